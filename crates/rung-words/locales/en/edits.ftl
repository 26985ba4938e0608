# What was done to a record. $what, $title: an entry; $day, $until: days.
edits-added = Added { $what }
edits-removed = Removed { $what }
edits-changed = Changed { $what }
edits-kept = Kept { $what } as it was
edits-nothing = Changed nothing
edits-you = your data
edits-changed-you = Changed your data
# $fields: what is other than before; $count: how many more.
edits-changed-fields = Changed { $what }: { $fields }
edits-changed-more = Changed { $what }: { $fields } and { $count } more
# $field: its name.
edits-field-gone = no { $field } any more
# $first: what was done first; $count: how much more.
edits-and-more = { $count ->
    [one] { $first }, and one more
   *[other] { $first }, and { $count } more
}
# $count: how many; $hours: of how many hours.
edits-added-credits = Added { $count } credits, { $hours }
edits-removed-credits = Removed { $count } credits, { $hours }

# Entries that say nothing of themselves.
edits-credential = a credential
edits-credit = a credit
edits-work = a job
edits-education = a school or programme
edits-credit-of = the credit of { $day }
edits-work-at = work at { $employer }
edits-work-as = work as { $role }
edits-work-since = work since { $day }
edits-education-called = education: { $title }

# $title: of a credential.
edits-renewal-filed = Renewal of { $title } filed on { $day }
edits-renewal-approved = Renewal of { $title } approved on { $day }
edits-renewal-approved-until = Renewal of { $title } approved on { $day }, good until { $until }
edits-renewal-returned = Renewal of { $title } sent back on { $day }

# $key: what was asked.
edits-answered-yes = Answered yes: { $key }
edits-answered-no = Answered no: { $key }
edits-answered = Answered { $answer }: { $key }
edits-answer-gone = Took back the answer: { $key }

# Fields of entries.
edits-field-accreditation = accreditation
edits-field-audience = audience
edits-field-birth-date = birth date
edits-field-completed = day of completion
edits-field-credential = credential
edits-field-duties = duties
edits-field-employer = employer
edits-field-expires = expires
edits-field-fees-paid = fees paid
edits-field-format = format
edits-field-from = from
edits-field-grade = grade
edits-field-hours = hours
edits-field-hours-per-week = hours per week
edits-field-issued = issued
edits-field-kind = kind
edits-field-law-of = law of
edits-field-name = name
edits-field-number = number
edits-field-periods = periods
edits-field-provider = provider
edits-field-renewals = renewals
edits-field-role = role
edits-field-setting = setting
edits-field-state = state
edits-field-status = status
edits-field-subject = subject
edits-field-title = title
edits-field-topics = topics
edits-field-uan = activity number
edits-field-until = until
