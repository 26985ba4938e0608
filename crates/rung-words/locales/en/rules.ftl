# Where a technician stands, and the rules in words. Days are written 2027-05-31 here; pages turn them into dates.

rules-disclaimer = Rung informs; it is not legal advice. Where it matters, ask the board or the certifying body.

# A verdict on a line or an obligation.
rules-verdict-met = met
rules-verdict-not-met = not met
rules-verdict-unknown = unknown

## Why a credit, or part of it, did not count. Parts of sentences.

rules-reason-after-today = completed after the day asked about
rules-reason-outside-period = completed outside the period
rules-reason-dead-zone = completed after the renewal was filed and before it was approved: it counts for neither period
rules-reason-outside-window = completed outside the days that this line looks at
# $credit: the id of the other credit.
rules-reason-duplicate = the same activity as { $credit }, which counts once
rules-reason-duplicate-of-another = the same activity as another credit, which counts once
rules-reason-not-accepted = this kind of activity is not accepted here
rules-reason-not-accredited = not accredited by a body that the rule names
rules-reason-wrong-audience = made for another audience
rules-reason-wrong-format = not taken in the format that the rule asks
rules-reason-wrong-topic = about another topic
rules-reason-wrong-jurisdiction = about another jurisdiction's law
rules-reason-course-too-small = too few academic credits, or too low a grade
rules-reason-no-hours = the record does not say how many hours it gave
rules-reason-cap-reached = over the most that such credit may contribute
rules-reason-used-in-addition = its hours serve a line that comes on top of the total
rules-reason-used-earlier = its hours served an earlier period

## What would settle an unknown: the technician can tell it.

rules-tell-first-issued = Tell us the day on which it was first issued.
rules-tell-expires = Tell us the day on which it expires.
# $credential: its id in the catalogue.
rules-tell-printed-expiry = Tell us the expiry date printed on your { $credential }.
rules-tell-birth-date = Tell us your date of birth.
# $duties: one or more, joined by "or".
rules-tell-duties = Tell us what you do at work. It matters here whether that includes { $duties }.
# $settings: one or more, joined by "or".
rules-tell-settings = Tell us in which settings you work. It matters here whether that includes { $settings }.
rules-tell-schools = Tell us which schools you have finished.
rules-tell-programmes = Tell us which training programmes you have completed, when, and who recognises them.
rules-tell-jobs = Tell us where you have worked, since when and how many hours a week.
rules-tell-hours-a-week = Tell us how many hours a week you worked in each job.
# $what: the words of the rule.
rules-tell-confirmed = Tell us whether this is so: { $what }.
# $what: the words of the rule. $key: the name of the fact in the record.
rules-tell-confirmed-in-file = Tell us whether this is so: { $what } ("{ $key }" among the record's facts, true or false).

## … about a credit. $credit: its id.

# Where the credit has no id.
rules-the-credit = the credit
rules-tell-accreditation = Tell us who accredits { $credit }.
rules-tell-format = Tell us whether { $credit } was live or home study.
rules-tell-audience = Tell us whether { $credit } was made for technicians or for pharmacists.
rules-tell-law-of = Tell us whose law { $credit } was about.
# $uan: its activity number.
rules-tell-topic = The activity number of { $credit } ({ $uan }) tells another topic than the one typed in. Check its certificate.
rules-tell-grade = Tell us the grade of { $credit }.
rules-tell-academic-credits = Tell us how many academic credits { $credit } gave.

## … somebody else knows it.

# $what: what is asked, in the words of the rule.
rules-ask-hours-of = No source tells how many hours of { $what } are asked. Ask the board.
# $body: who gives the credential.
rules-ask-paths = The catalogue does not say how to get it. Ask { $body }.
rules-ask-rules = The catalogue has no rules of { $body } for this period. Ask them what they are.
rules-ask-reinstatement = Ask the board how long after expiry it can be renewed late or reinstated, and what that asks.

## Where a rule is written, and how sure it is. $source: its title and place. $body: whom to ask.

rules-confidence-high = high confidence
rules-confidence-medium = medium confidence
rules-confidence-low = low confidence
rules-cite-high = { $source }. Checked { $day }.
rules-cite-medium = { $source }. Checked { $day }, in part: confirm with the { $body }.
rules-cite-low = { $source }. Weak or conflicting sources, checked { $day }: confirm with the { $body }.

# A duty with a clock of its own. $title: the credential.
rules-title-education = { $title } (continuing education)

## A line's amounts, as decimal numbers of hours.

rules-amounts-most-a-day = at most { $most } h a day
rules-amounts-most = { $counted } of at most { $most } h
rules-amounts-nothing = nothing asked
rules-amounts-enough = { $counted } of { $asked } h
rules-amounts-short = { $counted } of { $asked } h, { $short } h short

## What an obligation comes to, in a sentence. $day: the last day on which it is good.

rules-summary-ends = It ends on { $day } and cannot be renewed.
rules-summary-nothing-asked = Nothing is asked to keep it.
# $what: what it takes, in the words of the catalogue.
rules-summary-start-over-so = It expired on { $day } and must be earned anew: { $what }.
rules-summary-start-over = It expired on { $day } and must be earned anew.
rules-summary-start-over-someday = It must be earned anew.
# $stage: what is open, in the words of the catalogue, such as "late renewal".
rules-summary-stage-open = It expired on { $day }; { $stage } is open until { $by }.
rules-summary-reinstatement-open = It expired on { $day }; reinstatement is open until { $by }.
rules-summary-expired = It expired on { $day }.
rules-summary-expiry-unknown = Its expiry date is not known.
# $count: days left.
rules-summary-good = Good until { $day } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
}).
rules-summary-good-but-late = Good until { $day } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
}); the day to apply on time, { $by }, has gone by.
rules-summary-good-apply-by = Good until { $day } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
}); apply by { $by }.

## Lengths of time.

rules-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
rules-span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
rules-span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
