# The rooms, and the top of each.
education-title = Where you stand
education-rooms = Education
education-room-status = Status
education-room-ledger = Credits
education-room-plan = Plan
education-day = Day
education-show-day = Show

# The whole status. $count, $met, $all: obligations.
education-summary-nothing = Nothing is asked of you now.
education-summary-all-met = { $count ->
    [one] Everything is met.
   *[other] Everything is met for all { $count } obligations.
}
education-summary-none-met = { $count ->
    [one] One obligation needs you.
   *[other] All { $count } obligations need you.
}
education-summary-some-met = { $met } of { $all } obligations are met.
education-summary-next = Next:
education-by = by
education-at-a-glance = At a glance
education-nothing-held = No credentials yet
education-nothing-held-text = Nothing is asked of who holds nothing. Tell what you hold, since when and until when, and this page says what you owe.
education-nothing-held-do = Tell what you hold
education-not-known = Not in the catalog
education-not-known-text = Rung has no rules for these yet, and says nothing about them:
education-did-you-mean = Did you mean

# What changes soon.
education-changes = What changes soon
education-changes-more = { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}
education-from = from { $day }
education-until = until { $day }
education-change-this-period = New rules, already in this period:
education-change-next-period = New rules, from your next period on:

# An obligation.
education-obligation-reinstate = Expired, can be reinstated
education-obligation-expired = Expired
education-obligation-nothing-asked = Nothing asked
education-obligation-met = Met
education-obligation-not-met = Not met yet
education-obligation-unknown = Unknown
education-duty-ce = continuing education
education-period = Period
education-opens = Opens
education-apply-by = Apply by
education-expires = Expires
education-reinstate-by = Reinstate by
education-quiet-lines = { $count ->
    [one] { $count } more rule that asks nothing of you now
   *[other] { $count } more rules that ask nothing of you now
}
education-good-to-know = Good to know
education-rules-in-force = Rules in force
education-rules-version = version { $id }
education-verdict-stands-on = this verdict stands on { $sure }.

# A requirement, and its proof. $count: credits.
education-line-met = Met
education-line-not-met = Not met
education-line-unknown = Unknown
education-line-does-not-apply = Does not apply
education-line-limit = Limit
education-line-nothing-asked = Nothing asked
education-line-at-most-daily = at most { $hours } a day
education-line-another-way = in another way
education-special-case = A special case applies:
education-applies-not = What this rule depends on is not so for you, so nothing is asked.
education-window = Credits completed { $from } – { $until } can count.
education-nothing-counts = None of your credits counts here yet.
education-its-parts = Its parts
education-instead = Any of these would do instead
education-carried = (carried over)
education-counted-hours = { $count ->
    [one] Counted: { $hours } from { $count } credit
   *[other] Counted: { $hours } from { $count } credits
}
education-counted = { $count ->
    [one] Counted: { $count } credit
   *[other] Counted: { $count } credits
}
education-not-counted = { $count ->
    [one] { $count } credit not counted
   *[other] { $count } credits not counted
}
education-and-more = And { $count } more.
education-to-settle = To settle this
education-tell-it = Tell it
education-source = Source
education-source-checked = Checked { $day }; { $sure }.
education-source-confirm = Confirm with the { $body }.

# Columns of tables.
education-column-credit = Credit
education-column-credential = Credential
education-column-completed = Completed
education-column-hours = Hours
education-column-counts = Counts for
education-column-document = Certificate
education-column-verdict = Verdict

# The picture of periods and deadlines.
education-timeline = Periods and deadlines
education-timeline-as-table = The same days as a table
education-timeline-on = On { $day }.
education-timeline-row = { $name }: { $from } to { $until }, { $verdict }.
education-key-period = period
education-key-window = applications are taken
education-key-deadline = apply by
education-key-end = expires

# The ledger. $count: credits.
education-ledger-title = Your credits
education-ledger-caption = Credits, the newest first
education-ledger-empty = No credits yet
education-ledger-empty-text = Paste an activity number to add your first credit, or import your transcript or a spreadsheet.
education-add = Add a credit
education-import = Import many
education-documents = Documents
education-found = { $count ->
    [0] No credit is like this.
    [one] { $count } credit, { $hours }.
   *[other] { $count } credits, { $hours }.
}
education-found-without-hours = { $count ->
    [one] One of them tells no hours.
   *[other] { $count } of them tell no hours.
}
education-show-all = Show all
education-filter = Find credits
education-filter-text = Words
education-filter-year = Year
education-filter-topic = Topic
education-filter-format = Format
education-filter-for = Counts for
education-filter-documented = Certificate
education-filter-any = Any
education-filter-do = Find
education-documented = kept
education-not-documented = missing
education-kept = Kept
education-not-kept = Missing
education-totals = Totals
education-by-year = By year
education-by-topic = By topic
education-by-format = By format
education-counts-nowhere = Nowhere now
education-no-renewal-looks = Nothing that you hold looks at it.

# A credit and its fields.
education-the-credit = The credit
education-field-uan = Activity number (UAN)
education-field-title = Title
education-field-provider = Provider
education-field-completed = Completed on
education-field-hours = Contact hours
education-field-format = Format
education-field-audience = Made for
education-field-topics = Topics
education-field-law-of = Whose law, when it is about law
education-field-kind = Kind of activity
education-field-accreditation = Accredited by
education-field-academic-credits = Academic credits
education-field-grade = Grade
education-hint-uan = As on the certificate: 0107-0000-26-021-L03-T. Leave it empty when there is none.
education-hint-hours = 1, 1.5 or 0.75; 0.1 CEU is 1 hour.
education-hint-accreditation = acpe, or board:tx for a board of pharmacy; several with commas. Empty: not known.
education-not-known-yet = Not known
education-other-topics = Other topics, with commas
education-federal-law = Federal (US)
education-more-fields = Other kinds of activity, accreditation, college courses
education-accredited-by-nobody = Nobody accredits it
education-format-live = Live
education-format-live-online = Live online
education-format-home = Home study
education-format-not-told = Not told
education-audience-technician = Technicians
education-audience-pharmacist = Pharmacists
education-audience-both = Both
education-kind-ce = Continuing education
education-kind-college-course = College course
education-kind-in-service = Training at work under a pharmacist
education-kind-presentation = Presentation you gave
education-kind-volunteer = Volunteer health care
education-kind-board-meeting = Meeting of a board of pharmacy
education-kind-exam = Examination passed
education-kind-life-support = Life support (ACLS, PALS)
education-kind-course = Named course without hours

# A new credit.
education-new-title = Add a credit
education-paste = Paste the activity number, or the text of the certificate
education-paste-hint = The number looks like 0107-0000-26-021-L03-T. It tells the format, the topic and for whom it was made.
education-fill = Fill in from the number
education-filled-from-number = The number was released in { $year } by provider { $provider }. What it tells is filled in below.
education-filled-from-document = What { $name } seems to say is filled in below. Check it against the paper.
education-document-without-text = No text can be read from this file, as with a photo or a scan. Type what it says.
education-still-to-tell = Still to tell: { $fields }.
education-ask-title = What is it called on the certificate?
education-ask-provider = Who gave it?
education-ask-hours = How many contact hours did it give?
education-ask-completed = On which day did you complete it?
education-ask-format = Was it live or home study?
education-ask-law-of = Whose law is it about: that of a state, or federal law?
education-doubt-audiences = There is a number for each audience; the technicians’ is taken.
education-doubt-numbers = Several activity numbers are in it: { $numbers }. Choose yours.
education-doubt-hours = Several numbers of hours can be read: { $hours }. Choose the right one.
education-doubt-days = Several days are in it: { $days }. Choose the one of completion.
education-certificate = Certificate
education-certificate-file = File, if you have it
education-certificate-kept = { $name } ({ $size }) is kept, and will belong to this credit.
education-same = You already have this activity, and it counts once:
education-same-again = Add it all the same
education-save = Save
education-cancel = Cancel

# What is wrong with what was typed. $typed: that.
education-fault-day = “{ $typed }” is not a day. Write it as YYYY-MM-DD.
education-fault-no-day = Say on which day it was completed.
education-fault-to-come = This day is still to come. A credit is added once it is completed.
education-fault-hours = “{ $typed }” is not a number of hours. Write 1, 1.5 or 0.75.
education-fault-too-long = This is too long. At most { $count } letters are kept.
education-fault-nothing-pasted = Paste an activity number first, or choose the certificate’s file.
education-fault-no-number = This is not an activity number. It has six parts: 0107-0000-26-021-L03-T.
education-fault-no-number-in-text = No activity number is in this text. It looks like 0107-0000-26-021-L03-T.
education-fault-several-numbers = This text has the numbers of several activities. Paste one of them: { $numbers }.

# The page of a credit.
education-edit = Edit
education-edit-title = Edit the credit
education-remove = Remove
education-removed-title = A removed credit
education-removed-text = This credit was removed. Each of its versions below can be restored.
education-where-it-counts = Where it counts
education-certificates = Certificates
education-no-certificate = No certificate is kept of it. Boards ask for it in an audit.
education-attach = Attach a certificate
education-history = History
education-restore = Restore this version
education-look-again = Look again
education-disagrees-uan = Its activity number is none: six parts are needed, as in 0107-0000-26-021-L03-T.
education-disagrees-format = The format is not the one that its activity number tells.
education-disagrees-audience = It was made for others than its activity number tells.
education-disagrees-completed = It was completed before the year in which its number was released.
education-disagrees-accreditation = An activity with such a number is accredited by ACPE, but that is not said.
education-disagrees-law-of = Its number is not about law, but a jurisdiction is given.
education-disagrees-topics = A topic is not the one that its activity number tells.

# In the history. $title: the credit’s.
education-history-added = Added { $title }
education-history-changed = Changed { $title }
education-history-removed = Removed { $title }
education-history-restored = Restored { $title }
