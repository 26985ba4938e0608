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

## The page.

calendar-title = Deadlines
calendar-name = Rung
calendar-name-of = Rung: { $name }
calendar-download = Download as a file
calendar-empty-title = No deadline is known yet
calendar-empty-text = Add what you hold, with its expiry date. Its deadlines appear here and in your calendar.
calendar-empty-add = Add what I hold
calendar-more = Details
calendar-read-source = Read the source

## Links for calendar programs.

calendar-subscribe = In your calendar
calendar-subscribe-text = A calendar program that knows a secret address fetches the deadlines by itself: what changes here changes there, with reminders before each.
calendar-link-name = Name of the link
calendar-link-name-hint = For example the program that will use it. One link for each, so that you can revoke one alone.
calendar-link-make = Make a link
calendar-links = Links in use
calendar-link-made = made { $day }
calendar-link-revoke = Revoke
calendar-links-revoked = { $count ->
    [one] Revoked: one link
   *[other] Revoked: { $count } links
}
calendar-link-revoked-on = revoked { $day }
calendar-address = Secret address
calendar-address-once = Copy it now: it is shown only this once. Whoever knows it can read your deadlines.
# $host: this machine's name and port.
calendar-only-here = It works only on this computer, while Rung runs here at { $host }.
calendar-how-apple = Apple Calendar on this Mac: File, New Calendar Subscription, and paste the address. An iPhone cannot reach it.
calendar-how-outlook = Outlook on this computer (classic): Add Calendar, From Internet. Outlook on the web cannot reach it; upload the file there.
calendar-how-thunderbird = Thunderbird and others on this computer: New Calendar, On the Network, and paste the address.
calendar-how-google = Google Calendar fetches from its own servers and cannot reach this computer: download the file and import it there; after a change, import it again.
calendar-fault-no-name = Give the link a name.
calendar-fault-long = This is too long: at most { $most } characters.
calendar-fault-too-many = There are too many links. Revoke one first.
