# Exploring: gaps, rankings, the career graph, the questionnaire, moves.

# What would settle an unknown of a gap.
# $what: the words of the source.
practice-open-meet = Do you meet this? { $what }. Only you can tell.
# $when: the case, in the words of the source.
practice-open-applies = It is asked only in this case: { $when }. Ask the employer whether that is yours.
practice-open-state = Tell us the state in which you work, or would work.
practice-open-credential = The catalogue does not say which credential { $state } asks. Ask the { $body }.
practice-open-trainee = The catalogue has no trainee credential of { $state }. Ask the { $body } whether you need one.
practice-open-duty = No source says whether { $state } lets technicians do this: { $duty }. Ask the { $body }.
practice-open-nothing-known = No source tells what this role asks. Ask an employer who has it.

# How strictly something is asked.
practice-strength-required = required
practice-strength-alternative = or instead
practice-strength-preferred = welcome
practice-strength-credential = for its credential
practice-strength-described = described

# On what a verdict stands.
practice-because-held-until = You hold the { $name }, good until { $day }.
practice-because-held = You hold the { $name }.
practice-because-held-unknown = You hold the { $name }; your record does not say until when it is good.
practice-because-coming = Your { $name } is to be issued on { $day }.
practice-because-expired = Your { $name } expired on { $day }.
practice-because-not-active = Your { $name } is not active.
practice-because-not-held = Your record does not have the { $names }.
# $jobs: how many jobs count.
practice-because-months = Your record shows { $months } of { $needed } months of such work, in { $jobs ->
    [one] { $jobs } job
   *[other] { $jobs } jobs
}.
practice-because-hours = Your record shows { $hours } of such work, in { $jobs ->
    [one] { $jobs } job
   *[other] { $jobs } jobs
}.
practice-because-school = Your record has { $name }.
practice-because-school-open = Your record has { $name }, not finished yet.
practice-because-allowed = { $state } lets technicians do this: { $duty }.
practice-because-terms = { $state } lets technicians do this on terms: { $duty }. The terms: { $terms }.
practice-because-forbidden = { $state } does not let technicians do this: { $duty }.
practice-because-duty-unknown = No source settles whether { $state } lets technicians do this: { $duty }.
practice-because-none-given = The board of { $state } gives technicians no credential, so none is needed.

# Steps. $name: what they are about, as the catalogue calls it.
practice-step-study = Study for the { $name }
practice-step-apply = Apply for the { $name }
practice-step-exam = Take the exam: { $name }
practice-step-hold = { $name } in hand
practice-step-program = Finish a program: { $name }
practice-step-school = Finish school: { $name }
practice-step-position = Find a position: { $name }
practice-step-any-position = Find a position as a technician
practice-step-duty = Take on a duty: { $name }
practice-step-work = Work on: { $name }
practice-step-age = Reach the age of { $years }
practice-step-attest = Do it, and state it: { $name }
practice-step-learn = Continuing education for the { $name }
practice-step-renew = Renew the { $name }
practice-step-reinstate = Bring back the { $name }
practice-step-action = Take it on: { $name }

# Why no step helps.
practice-never-unsettled = No source settles it: { $question }
practice-never-no-path = The catalogue does not say how to get the { $name }. Ask the { $body }.
practice-never-not-known = The catalogue does not have { $id }.
practice-never-schooling = It asks schooling for which Rung has no steps: { $kinds }.
practice-never-forbidden = { $state } does not allow it: { $duty }. Another state may.
practice-never-no-step = It is schooling, a matter of years past, or a certification or examination of others: Rung has no steps for it. If you have it, say so.
practice-never-past = It is a matter of the past, or cannot be undone.
practice-never-said-no = Your record says no.
practice-never-nowhere = The catalogue knows nothing that meets it.

# Rungs and kinds of work.
practice-rung-trainee = in training
practice-rung-entry = first roles
practice-rung-experienced = experienced
practice-rung-specialist = specialist
practice-rung-lead = lead
practice-rung-supervisor = supervisor
practice-rung-manager = manager
practice-rung-beyond = beyond the pharmacy
practice-work-dispensing = dispensing
practice-work-compounding = compounding
practice-work-patient-care = patient care
practice-work-supply = buying and stock
practice-work-safety = safety and compliance
practice-work-access = insurance and access
practice-work-technology = technology
practice-work-teaching = teaching
practice-work-leading = leading
practice-work-outside = outside a pharmacy

# Where the record stands.
practice-standing-works = you do this now
practice-standing-holds = your credentials put you here
practice-standing-worked = you have done this

# How close a role is.
practice-reach-ready = you meet all that it requires
practice-reach-nothing-missing = nothing is known to be missing
practice-reach-possible = something is missing that you can meet
practice-reach-no-way = something is missing that nothing known meets

# What it takes.
practice-effort-weeks = { $weeks ->
    [one] at least { $weeks } week
   *[other] at least { $weeks } weeks
}
practice-effort-assumed = in part assumed
practice-left-nothing = nothing missing
practice-left-no-way = nothing known helps
# $missing: what is certainly missing. $open: how many things are unknown.
practice-left-open = { $open ->
    [one] { $missing }; { $open } thing unknown
   *[other] { $missing }; { $open } things unknown
}

# Pay. $amount: dollars a year.
practice-pay-median = half earn less than { $amount } a year
practice-pay-hourly = { $amount } a year, reckoned from the hourly median times 2,080 hours
practice-pay-range = { $amount } a year, the middle of a range
practice-pay-official = government statistics
practice-pay-survey = a survey
practice-pay-salary-site = a site that collects salaries; nobody official confirms it
practice-pay-template = a template of a job description
practice-base-role = { $amount } a year, what is known of your role now: { $role }
practice-base-all = { $amount } a year, the median of all technicians in the United States ({ $month })

# What an answer of the questionnaire says. $ask: the question.
practice-said-2 = You said: very much. { $ask }
practice-said-1 = You said: rather. { $ask }
practice-said-0 = You were undecided. { $ask }
practice-said-minus-1 = You said: rather not. { $ask }
practice-said-minus-2 = You said: not at all. { $ask }

# Roles and settings, and what a comparison is about.
practice-aspect-rung = Rung and kind of work
practice-aspect-does = What one does
practice-aspect-requires = Required
practice-aspect-welcomes = Described or welcome
practice-aspect-competencies = What one must be good at
practice-aspect-pay = Pay
practice-aspect-settings = Where it is found
practice-aspect-hours = Hours
practice-aspect-before = Before it
practice-aspect-after = After it
practice-everywhere = every setting
practice-elsewhere = outside the settings that the catalogue describes
practice-pay-not-known = No source tells what it pays.
# $occupation: an occupation of the wage statistics.
practice-pay-nearby = An occupation near it, { $occupation }: half earn less than { $amount } a year (government statistics, { $month }). It is not the pay of this role.
practice-asked-duty = a state that lets technicians do this: { $duty }
# Stand behind what is asked.
practice-only-when = { " " }(only: { $when })
practice-at-least = at least { $amount }
practice-at-most = at most { $amount }
practice-asked-by = { " " }({ $who })

## The pages.

practice-rooms = Pages of exploring
practice-room-roles = Roles
practice-room-graph = Career graph
practice-room-compare = Side by side
practice-room-move = A move
practice-room-interests = What you like
practice-met = met
practice-not-met = not met
practice-unknown = not known
practice-count-met = { $count } met
practice-count-not-met = { $count } not met
practice-count-unknown = { $count } unknown
practice-asks-not-known = No source tells what this role asks.
practice-nothing-helps = Nothing known helps:
practice-would-meet = What would meet it, by the quickest way:
practice-takes = Takes { $effort }.
practice-weeks =
    { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }
practice-no-state = no state told yet
practice-seen-from = seen from { $states }
practice-sources = Sources
practice-sources-checked = Checked { $day }.

# The list of roles. $place: from where it is seen.
practice-roles-title = Where you could go
practice-roles-lead = Every role that the catalogue knows, with what your record meets of what it asks, { $place }.
practice-order = Order of the roles
practice-by-closeness = Closest first
practice-by-pay = Pay for the effort
practice-by-interest = What you like
practice-setting = Practice setting
practice-all-settings = All settings
practice-filter = Show
practice-about-setting = About this setting: { $name }
practice-measured-against = Measured against { $base }.
practice-answer-first = None of the questions is answered yet, so nothing can be put in this order. Answer a few:
practice-steps-no-way = No way from your roles is known.
practice-steps-away =
    { $steps ->
        [0] You are here.
        [one] { $steps } step away.
       *[other] { $steps } steps away.
    }
practice-score =
    { $answers ->
        [one] Agrees { $percent } of 100, by { $answers } answer
       *[other] Agrees { $percent } of 100, by { $answers } answers
    }
practice-here = You are in these now
practice-behind = Behind you
practice-none-ranked = No role is left to be put in this order.
practice-not-by-pay = Not in this order: no source tells what they pay
practice-not-by-interest = Not in this order: none of your answers speaks of them
practice-about-role = About this role
practice-compare-it = Compare it
practice-plan-it = Plan the way there

# The gap to a role.
practice-gap-met = You meet what it requires
practice-gap-not-met = Not yet
practice-gap-unknown = Not known
practice-left = What is left:
practice-asked-required = Required
practice-asked-described = Described; how strictly is not said
practice-asked-welcome = Welcome
practice-asked-credential = Asked for a credential, not for the role
practice-nothing-required = No source tells of anything that is required.
practice-to-settle = What would settle it

# The career graph.
practice-graph-title = Which role comes before which
practice-graph-lead = From left to right, the way up. Each box leads to what lies between you and the role.
practice-graph-picture = Roles as boxes, from the first to the last; each is a link
practice-graph-table = The same as a table
practice-key-here = where you stand
practice-key-inferred = inferred by Rung; no source says it
practice-inferred = inferred
practice-column-role = Role
practice-column-standing = From you
practice-column-verdict = What it requires
practice-column-next = Leads to
practice-leads-nowhere = nothing the catalogue knows

# Roles side by side.
practice-compare-title = Roles side by side
practice-compare-lead = Choose two or three. What only one of them has is in strong ink.
practice-compare-first = First role
practice-compare-second = Second role
practice-compare-third = Third role, if you like
practice-choose-role = Choose a role
practice-compare-show = Compare
practice-compare-more = Choose one more role.
practice-column-about = About
practice-differs = differs
practice-alike = the same
practice-nothing-told = nothing told

# A move. $place: from where it is seen. $state: a state.
practice-move-title = What a move changes
practice-move-lead = Duties, the credential to get, what is owed, fees: there against here, { $place }.
practice-move-to = Move to
practice-move-choose = Choose a state
practice-move-day = First day there
practice-move-show = Show
practice-move-no-state = The catalogue has no state called { $state }. Choose one of the list.
practice-move-no-day = "{ $typed }" is not a day. Write it as 2027-03-01.
# $why: what is wrong with the record.
practice-move-not-imagined = Your record cannot be imagined there: { $why }
practice-move-duties = Duties that it changes, once you hold the credential there
practice-move-duties-none = None, as far as the catalogue knows.
practice-move-duties-open = Not known there:
practice-here-there = Here: { $here }. There: { $there }.
practice-you-may = you may
practice-you-may-not = you may not
practice-move-credential = The credential there
practice-move-held = You hold it
practice-move-fees = Fees
practice-move-owed = What is asked to keep it, and what you hold
practice-move-owed-nothing = Nothing else than now, as far as the catalogue knows.
practice-move-roles = Roles that it changes for you, once you hold the credential there
practice-move-open = Not settled yet
practice-move-rules = All rules of { $state }
practice-glance = At a glance
practice-glance-credential = Credential
practice-glance-no-credential = none known
practice-glance-hours = Continuing education
practice-glance-live = Live hours
practice-glance-to-get = National certification to get it
practice-glance-to-keep = National certification to keep it
practice-glance-vaccines = Giving vaccines
practice-glance-period-year = { $hours } in a period ({ $yearly } a year)
practice-glance-a-year = { $hours } a year
practice-glance-period = { $hours } in a period
practice-glance-none = none
practice-glance-required = required
practice-glance-one-way = one of the ways
practice-glance-not-required = not required
practice-glance-allowed = allowed
practice-glance-on-terms = on terms
practice-glance-forbidden = not allowed

# The questionnaire.
practice-interests-title = What you like, and what matters to you
practice-interests-lead = A few questions; answer as many as you like. The answers stay on this computer and put the roles in an order.
practice-would-you-like = Would you like to …
practice-does-it-matter = Does it matter to you to …
practice-liking-2 = very much
practice-liking-1 = rather
practice-liking-0 = undecided
practice-liking-minus-1 = rather not
practice-liking-minus-2 = not at all
practice-liking-open = no answer
practice-interests-keep = Keep the answers and show the roles
practice-interests-clear = Take all answers back
practice-interests-kept =
    { $count ->
        [one] { $count } answer on interests and values
       *[other] { $count } answers on interests and values
    }
practice-interests-cleared = Answers on interests and values taken back
