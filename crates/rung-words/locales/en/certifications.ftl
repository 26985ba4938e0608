# Rooms and titles.

certifications-title = What I hold
certifications-room-held = What I hold
certifications-room-eligibility = What I could get
certifications-crumbs = Where this page is
certifications-add = Add a credential
certifications-deadlines = All deadlines
certifications-none-title = Nothing here yet
certifications-none-text = Add the license, registration or certification you hold. Then Rung tells you what it asks, when to renew and what is missing.
certifications-none-add = Add what I hold
certifications-none-look = See what I could get

## A card.

certifications-edit = Edit
certifications-rules = Its rules
certifications-fact-opens = Renewal opens
certifications-fact-file-by = Apply by
certifications-fact-reinstate-by = Reinstate by
certifications-so-far = Renewals and fees so far
certifications-next = What is next
certifications-documents = Documents
certifications-add-document = Add a document
certifications-picture = From { $from } to { $to }; { $percent } percent of it has passed.

## How it stands.

certifications-is-active = Active
certifications-is-for-life = Does not expire
certifications-is-renewable = Time to renew
certifications-is-filed = Renewal filed
certifications-is-returned = Renewal returned
certifications-is-lapsed = Expired, can be brought back
certifications-is-expired = Expired
certifications-is-undated = Expiry date missing
certifications-is-unlisted = Not in the catalogue
certifications-dead-zone = Hours completed from { $from } to { $to }, between filing and approval, count for neither period.
certifications-dead-zone-now = You are between filing and approval: hours completed from { $from } to { $to } count for neither period.
certifications-dead-zone-open = Your renewal is not approved yet: hours completed from { $from } until the day of approval count for neither period.

## Fields of a credential.

certifications-field-credential = Credential
certifications-field-credential-hint = Type a state, a body or a name, for example “Texas” or “CPhT”, and choose.
certifications-field-number = Number
certifications-field-issued = First issued
certifications-field-expires = Expires
certifications-field-status = Status
certifications-field-period = Period
certifications-field-renewal = Renewal
certifications-field-fee = Fee paid
certifications-status-active = Active
certifications-status-inactive = Inactive
certifications-status-suspended = Suspended
certifications-status-revoked = Revoked
certifications-status-surrendered = Surrendered
certifications-renewals = Renewals
certifications-renewals-hint = The day you sent it, the day it came back if it did, and the day it was approved. After an approval, enter the new expiry date above.
certifications-column-filed = Filed
certifications-column-returned = Returned
certifications-column-approved = Approved
certifications-fees-paid = Fees paid
certifications-fees-paid-hint = What you paid for it, in dollars. For your own books, and for an employer who pays you back.
certifications-column-usd = Dollars
certifications-column-paid = Paid on
certifications-column-what = For what
certifications-periods = Periods with dates of their own
certifications-periods-hint = Only if a period does not follow from the expiry date, for example after an extension.
certifications-column-from = From
certifications-column-to = To
certifications-renewal-filed = Filed { $day }
certifications-renewal-returned = returned { $day }
certifications-renewal-approved = approved { $day }
certifications-renewal-pending = not approved yet

## The form.

certifications-add-title = Add what you hold
certifications-save = Save
certifications-cancel = Cancel
certifications-choose-one = Which one do you mean?
certifications-kept-as-it-came = Kept as it came from your file:
certifications-remove = Remove this credential
certifications-remove-text = It is taken out of your record. You can undo that, and its history stays.
certifications-remove-do = Remove it
certifications-removed-title = This credential was removed
certifications-removed-text = It is not in your record any more. You can put back any version of it.
certifications-history = History
certifications-restore = Put this version back

## Faults.

certifications-fault-summary = { $count ->
    [one] One field needs a look.
   *[other] { $count } fields need a look.
}
certifications-fault-no-credential = Say which credential it is.
certifications-fault-unknown-credential = No credential has this name. Type a part of it, such as the state or the body.
certifications-fault-several = Several credentials fit this. Choose one below.
certifications-fault-day = This is not a day. Write it as 2027-05-31.
certifications-fault-no-day = Enter the day.
certifications-fault-before-issue = This is before it was issued, { $day }.
certifications-fault-before-begin = This is before it begins, { $day }.
certifications-fault-before-filing = This is before it was filed, { $day }.
certifications-fault-amount = This is not an amount. Write it as 55 or 62.40.
certifications-fault-hours = Enter the hours in a week, for example 36, at most 168.
certifications-fault-long = This is too long: at most { $most } characters.
certifications-fault-old-question = This question is not open any more. Load the page again; nothing was changed.

## In the history. $what: the credential, or what was answered.

certifications-history-added = Added { $what }
certifications-history-changed = Changed { $what }
certifications-history-removed = Removed { $what }
certifications-history-restored = Put back an earlier version of { $what }
certifications-history-yes = Answered yes: { $what }
certifications-history-no = Answered no: { $what }
certifications-history-forgot = Took back the answer: { $what }
certifications-history-born = Told the date of birth
certifications-history-education = Told about education: { $what }
certifications-history-work = Told about work since { $day }

## Eligibility at a glance.

certifications-eligibility-title = What I could get
certifications-answer-held = You hold it
certifications-answer-yes = You can apply
certifications-answer-unknown = Not known yet
certifications-answer-no = Not yet
certifications-counts = Every credential by its answer
certifications-filter-of = State or body
certifications-filter-all = All
certifications-filter-bodies = Certifying bodies
certifications-filter-jurisdictions = States and districts
certifications-filter-answer = Answer
certifications-filter-any = Any
certifications-filter-show = Show
certifications-none-fits = No credential fits this.
certifications-show-all = Show all
certifications-group = You can apply for { $can } of { $all }
certifications-and-more = and { $count } more
certifications-open-conditions = { $count ->
    [one] One answer would settle it
   *[other] { $count } answers would settle it
}

## Eligibility for one credential.

certifications-rules-page = All its rules
certifications-i-hold-it = I hold it already
certifications-lead-held = You hold this.
certifications-lead-held-until = You hold this; it is good until { $day }.
certifications-lead-yes = By your record you meet every condition of at least one path.
certifications-lead-unknown = Your record does not tell enough yet. Answer what is asked below.
certifications-lead-no = By your record a condition of every path is not met yet. See below what would meet it.
certifications-conditions = { $met } of { $all } conditions met
certifications-no-condition = Nothing is asked before you may apply.
certifications-met = Met
certifications-not-met = Not met
certifications-unknown = Not known
certifications-would-meet = What would meet it:
certifications-see-eligibility = Credentials that this is about:
certifications-to-settle = To settle this
certifications-tell = This is so for me: tell it
certifications-asked-above = This is asked above.
certifications-then = Then, with the application
certifications-total = In all { $usd }
certifications-total-known = At least { $usd }; not every price is known
certifications-fees = Fees
certifications-since = Since { $day }
certifications-exam = Examination
certifications-exam-questions = Questions
certifications-exam-minutes = Minutes
certifications-exam-score = Passing score
certifications-exam-score-of = { $score } on a scale from { $low } to { $high }
certifications-exam-where = Where

## Questions and their answers.

certifications-ask-whether = Is this so?
certifications-ask-expires = Enter the day on which { $what } expires
certifications-ask-birth-date = Your date of birth
certifications-ask-school = What you have finished
certifications-ask-school-name = Name of the school
certifications-ask-finished = Completed on
certifications-ask-program = Name of the training program
certifications-ask-provider = Who gave it
certifications-ask-recognised = Who recognizes or accredits it
certifications-ask-employer = Employer
certifications-ask-from = You worked there from
certifications-ask-until = Until (empty if you still do)
certifications-ask-hours = Hours a week
certifications-ask-setting = Where
certifications-ask-duties = What you did there
certifications-not-known = I do not know
certifications-somebody-else = Somebody else
certifications-elsewhere = Somewhere else
certifications-yes = Yes
certifications-no = No
certifications-tell-it = Tell it
certifications-told-yes = You answered yes: { $what }.
certifications-told-no = You answered no: { $what }.
certifications-change-to-yes = Change to yes
certifications-change-to-no = Change to no
certifications-forget = Take the answer back
