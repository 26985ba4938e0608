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
