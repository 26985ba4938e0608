# What the catalogue says, one fact at a time: names, sentences, and what changes when. Texts of the catalogue are within
# marks here and stay English. Days are written 2027-05-31; pages turn them into dates.

## What facts are about: headings.

facts-section-about = About it
facts-section-getting = To get it
facts-section-exam = Examination
facts-section-fees = Fees
facts-section-keeping = To keep it
facts-section-after-expiry = After expiry
facts-section-duties = What technicians may do
facts-section-changes = Changes
facts-section-open-questions = Not settled yet

## Names of facts, a few words each.

facts-name-note = Note
facts-name-kind = Kind
facts-name-initials = Initials
facts-name-since = Since
facts-name-term = Term
facts-name-renewal = Renewal
facts-name-counts-as = Counts as
facts-name-how-to-get = How to get it
facts-name-exam-form = { $exam }: length and score
facts-name-exam-outline = Outline of the { $exam }
facts-name-retake = Trying again
facts-name-fee = Fee: { $what }
facts-name-asked = What is asked
facts-name-nothing-asked = Nothing asked
facts-name-applying = Applying
facts-name-exception = Exception: { $why }
facts-name-after-expiry = After expiry
facts-name-afterwards = When that is over
facts-name-open-question = Not settled yet
facts-name-no-credential = No credential
facts-name-months = Lengths in months
facts-title-designators = ACPE topic designators
facts-one-designator = ACPE topic designator

## About a credential.

facts-kind-license = license
facts-kind-registration = registration
facts-kind-certification = certification
facts-kind-certificate = certificate
facts-kind-permit = permit
facts-kind-trainee = { $kind } for people in training
facts-no-end-known = No end of it is known.
facts-not-renewable = It cannot be renewed.
facts-counts-as = Holding it counts as holding { $credentials } too.

## Getting it.

facts-getting-unknown = No source tells how one gets it.
facts-meets = what meets it: { $what }
facts-part-of-application = Part of the application.
facts-costs = It costs { $usd }.
facts-path-unknown = Nothing more is known of it.

## Its examination. $questions, $minutes and the like are numbers.

facts-exam-questions-scored = { $questions } questions, of which { $scored } count
facts-exam-questions = { $questions } questions
facts-exam-minutes = { $minutes } minutes
facts-exam-authorization = to be sat within { $span } of admission
facts-exam-length-unknown = no source tells its length
facts-exam-passes-on-scale = { $score } passes, on a scale of { $lowest } to { $highest }
facts-exam-passes = { $score } passes
# $number: the second attempt, the third … $wait: a length of time.
facts-retake-wait = attempt { $number } at least { $wait } after the one before
facts-retake-then = every later attempt { $wait } after the one before
facts-retake-most = at most { $most } attempts
facts-retake-most-within = at most { $most } attempts in { $span }

## Keeping it. $name: "Renewal", a stage after expiry. $from, $until: days.

facts-keeping-unknown = No source tells what renewing it asks.
facts-nothing-asked = nothing is asked
facts-version-ends-from = { $name }: periods that end from { $from }
facts-version-ends-until = { $name }: periods that end until { $until }
facts-version-ends-between = { $name }: periods that end from { $from } until { $until }
facts-version-filed-from = { $name }: applications filed from { $from }
facts-version-filed-until = { $name }: applications filed until { $until }
facts-version-filed-between = { $name }: applications filed from { $from } until { $until }
facts-clock = its own clock: { $term }
facts-opens = applications open { $day }
facts-file-by = last day to apply on time: { $day }
facts-accepts = counts at all: { $credits }
facts-carry-over = surplus hours carry over into the next { $count ->
    [one] period
   *[other] { $count } periods
}
facts-or-instead = or instead: { $what }
facts-or = { $one }; or { $other }

## After expiry.

facts-after-expiry-unknown = No source tells what is open after it expires.
facts-open-for = open for { $span } after expiry
facts-open-unknown = open after expiry, for how long no source tells
facts-stage-asks-renewal = it asks what a renewal asks
facts-stage-hours-by-expiry = hours earned after expiry do not count

## Boards and bodies.

facts-no-credential = The board gives technicians no licence, registration or certificate, so it asks nothing to keep one.
facts-months-last-day = a month from 31 January ends on the last day of February
facts-months-next-first = a month from 31 January ends on 1 March
facts-months-unknown = how a month from 31 January ends is not stated
facts-months-reading = that is Rung's reading; no text says it
facts-designates = credit about { $topics }

## Duties beyond the usual.

facts-allowed = allowed
facts-allowed-on-terms = allowed on terms
facts-allowed-not = not allowed
facts-allowed-unknown = not known
facts-duty-only = only: { $who }
facts-duty-terms = on these terms: { $terms }
facts-duty-if = if { $condition }

## What changes on a day. $what: names of what begins or ends.

facts-begins-keeping = new rules for keeping it: { $what }
facts-begins-getting = a new way to get it: { $what }
facts-begins-exam = a new version of the examination: { $what }
facts-begins-after-expiry = new rules after expiry: { $what }
facts-begins-duties = what technicians may do: { $what }
facts-begins = new: { $what }
facts-ends = no longer in force: { $what }
facts-how-one-applies = how one applies
# $whose: a credential.
facts-change-of = { $whose }: { $what }

## What a jurisdiction asks, at a glance.

facts-glance-credential = Credential
facts-glance-hours = Continuing education
facts-glance-live = Live hours
facts-glance-to-get = National certification to get it
facts-glance-to-keep = National certification to keep it
facts-glance-vaccines = Giving vaccines
facts-glance-gives-none = None: the board gives none
facts-not-known = Not known
facts-need-required = Required
facts-need-one-way = One of the ways
facts-need-not-required = Not required
facts-amount-a-year = { $year } h a year
facts-amount-both = { $period } h in a period ({ $year } h a year)
facts-amount-in-period = { $period } h in a period
facts-amount-none = None
facts-spoken-a-year = { $hours } hours a year
facts-spoken-in-period = { $hours } hours in a period
facts-spoken-none = none
facts-spoken-unknown = not known
# All of it in one sentence, for who cannot see a map.
facts-spoken = continuing education { $hours }; live hours { $live }; national certification to get it { $getting }, to keep it { $keeping }; vaccinating { $vaccines }
facts-spoken-without = credential of technicians { $title }; vaccinating { $vaccines }
