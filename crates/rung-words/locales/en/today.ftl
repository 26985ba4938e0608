# Home: what to do now; before that, the first run.

today-title = Today

# The first page. $states, $bodies, $credentials: how many the catalogue knows.
today-hero-owe = Know what you owe.
today-hero-rung = Reach the next rung.
today-hero-lead = Answer four questions or bring a transcript. Rung holds it against the rules of your state and your certifying bodies and shows what is met, what is missing and by when.
today-hero-coverage = { $states } jurisdictions, { $bodies } certifying bodies, { $credentials } credentials, each rule with its source
today-jump-questions = Answer four questions
today-jump-file = Bring a file
today-jump-samples = Meet a sample technician

# The four questions.
today-start-title = Tell what you hold
today-questions-title = Four questions
today-questions-text = Leave open what you do not know. It can be told later, and changed at any time.
today-unknown = I do not know yet
today-nothing = Nothing, or not yet
today-question-states = Which state do you work in?
# $number: which of the states.
today-state-label = { $number ->
    [1] State
   *[other] State { $number }
}
today-more-states = I work in more than one
today-question-holds = What do you hold?
today-holds-hint = A license, registration or certification. Its dates are printed on it; the day it expires matters most.
# $number: which of the credentials.
today-holds-label = { $number ->
    [1] Credential
   *[other] Credential { $number }
}
today-issued-label = First issued
today-expires-label = Expires
today-more-held = I hold more than one
today-question-works = Where do you work?
today-setting-label = Practice setting
today-since-label = Since
today-question-goal = Where do you want to go?
today-goal-label = Role or credential
today-goal-certifications = Certifications
today-goal-roles = Roles
today-start-send = Show what I owe
today-start-skip = Skip for now

# A file instead of answers.
today-bring-title = Or bring a file
today-bring-text = A CPE Monitor transcript (CSV, or the text of its PDF), any spreadsheet of credits saved as CSV, or a whole record of Rung. You see what was read before anything is kept.
today-bring-kept = The file that you brought is kept until the form is sent.
today-bring-send = Read it

# What is wrong with an answer. $count: how many answers.
today-fault-summary = { $count ->
    [one] One answer is not right yet. Nothing was lost.
   *[other] { $count } answers are not right yet. Nothing was lost.
}
today-fault-nothing = Answer at least one question, bring a file, or skip.
today-fault-choice = This is none of the choices. Choose one of the list.
today-fault-which-credential = These days belong to no credential. Choose which one it is.
today-fault-held-twice = You have told this one already.
today-fault-day = This is not a day. Write it like 2027-05-31.
today-fault-day-to-come = This day is yet to come.

# In the history. $name: the sample technician; $what: what was told; $goal: a role or credential.
today-history-sample-loaded = Loaded the sample { $name }
today-history-told = Told: { $what }
today-history-told-work = where you work
today-history-told-goal = goal { $goal }
today-history-begun = Began with an empty record

# The samples. $count: how many; $credits, $work: how many of each the sample has.
today-samples-title = Meet a sample technician
today-samples-text = Each is made up to show something. Try anything on them: your own record is not touched, and a sample is removed without a trace.
today-samples-more = { $count ->
    [one] { $count } more sample
   *[other] { $count } more samples
}
today-sample-counts = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}, { $work ->
    [one] { $work } job
   *[other] { $work } jobs
}
today-sample-lapsed = something has expired

# What there is to do. $count: how many; $day: the next day that matters, $left: how far it is.
today-summary-now = { $count ->
    [one] One thing to do now.
   *[other] { $count } things to do now.
}
today-summary-soon = { $count ->
    [one] Nothing presses. It is time to begin one thing.
   *[other] Nothing presses. It is time to begin { $count } things.
}
today-summary-nothing = Nothing presses.
today-summary-next = The next day that matters is { $day } ({ $left }).
today-goal = Your goal:
today-group-now = Now
today-group-soon = Soon
today-group-later = Later
today-group-someday = When you like
today-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
today-standing = Where you stand
today-obligations = What is asked of you
today-verdict-met = Met
today-verdict-not-met = Not met yet
today-verdict-unknown = Unknown
today-verdict-expired = Expired
today-verdict-nothing = Nothing asked
today-good-until = Good until { $day }
today-deadlines = Next deadlines
today-changes = What changes

# When no credential is told. $credits: how many credits are kept.
today-first-step-title = Tell what you hold
today-first-step-text = { $credits ->
    [0] Rung knows the rules of every state and certifying body. Which ones are yours follows from what you hold.
    [one] One credit is kept. Which rules it counts for follows from what you hold.
   *[other] { $credits } credits are kept. Which rules they count for follows from what you hold.
}
today-first-step-tell = Tell what you hold
today-first-step-sample = Look at a sample first
today-all-done-title = All done
today-all-done-text = Everything that is asked of you is met, and no day is near. Rung tells here when something is due.
today-all-done-explore = See the rules

# The ladder. $where: where one stands, in a sentence; $day: a credential's last day.
today-ladder-title = The ladder
today-ladder-label = The ladder: { $where }
today-ladder-all = Every rung, in words
today-ladder-next = next
today-ladder-nothing-known = nothing known here
today-level-trainee = Trainee
today-level-technician = Technician
today-level-certified = Certified
today-level-advanced = Advanced
today-step-good-until = good until { $day }
today-step-held = held
today-step-not-known = held, not known until when
today-step-lapsed = no longer good
today-step-open = you may apply
today-step-unknown = not known whether you may apply
today-step-not-yet = conditions not met yet
