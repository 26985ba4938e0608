# Events of a calendar. $title: the credential.

calendar-due = Last day for { $title }
calendar-opens = { $title } can be renewed from today
calendar-file-by = Apply to renew { $title }: last day on time
calendar-renew = Renew { $title }: last day
calendar-expires = { $title } expires
calendar-reinstate = Reinstate { $title }: last day
calendar-ends = { $title } ends

## What an event says.

calendar-hours = { $hours } of continuing education.
calendar-nothing-missing = Nothing is missing.
# A list of what is asked follows.
calendar-still-to-do = Still to do:
calendar-source = Source: { $source }
