# The rules themselves in sentences: what a line asks, which credits pass, what a condition wants. Days are written
# 2027-05-31 here; pages turn them into dates. Phrases grow from the inside: a message takes the phrase so far and adds to it.

## What a line asks.

asked-minimum = al menos { $hours } h
asked-hours = horas
# $asked: "horas de …", a phrase of the messages here, as everywhere in this file.
asked-how-many-unknown = { $asked }; ninguna fuente dice cuántas
asked-maximum = como máximo { $hours } h
# $of: the id of another line.
asked-maximum-share = como máximo { $numerator }/{ $denominator } de las horas de “{ $of }”
asked-per-day = { $asked } por día
asked-of = { $asked } de { $credits }
asked-in-addition = { $asked }, además de las otras horas
asked-course = basta con una actividad, sin importar sus horas: { $credits }
asked-academic-credits = { $credits } créditos académicos
asked-all-of = todo lo siguiente
asked-unknown = ninguna fuente lo dice. { $question }
asked-applies = solo se pide si { $condition }

asked-each-calendar-year = { $asked } en cada año calendario
asked-once-ever = { $asked }, una vez en la carrera
asked-before-end = { $asked } a no más de { $span } del final

## Which credits pass.

asked-credits-any = cualquier crédito
# $which: "con acreditación de ACPE, en vivo, sobre leyes".
asked-credits = créditos { $which }
asked-credits-or = { $one }; o { $other }
asked-credits-accredited = con acreditación de { $bodies }
asked-credits-kind-accredited = { $kinds } con acreditación de { $bodies }
asked-credits-made-for = para { $audience }
asked-credits-about = sobre { $topics }
asked-credits-law-of = sobre la ley de { $state }
asked-credits-about-of = sobre { $topics }, de { $state }
asked-credits-from = con fecha del { $day } o posterior
asked-credits-before = con fecha anterior al { $day }
asked-credits-academic = de { $credits } créditos académicos o más
asked-credits-grade = con calificación de { $grade } o mejor
asked-credits-not = pero no { $credits }

asked-kind-ce = educación continua
asked-kind-college-course = cursos universitarios
asked-kind-in-service = capacitación en el trabajo
asked-kind-presentation = presentaciones
asked-kind-volunteer = servicio voluntario
asked-kind-board-meeting = reuniones de la junta
asked-kind-exam = exámenes aprobados
asked-kind-life-support = cursos de soporte vital
asked-kind-course = cursos

asked-format-live = en vivo
asked-format-live-online = en vivo por internet
asked-format-home = de estudio en casa

asked-audience-technician = técnicos
asked-audience-pharmacist = farmacéuticos únicamente
asked-audience-both = técnicos y farmacéuticos

# Who accredits or recognises: the board of a state.
asked-board-of = la junta de { $state }

## What a credit without hours of its own is worth.

asked-worth = { $kind }: { $rates }
asked-worth-academic = { $hours } h por cada crédito académico
asked-worth-each = { $hours } h por actividad
asked-worth-or = { $one }, o { $other }

## What must be true of the technician. Clauses that also stand after "si".

asked-if-always = siempre
asked-if-and = { $one }, y { $other }
asked-if-or = { $one }, o { $other }
asked-if-first-period = es el primer período
asked-if-not-first-period = no es el primer período
asked-if-issued-between = se emitió por primera vez desde el { $from } y antes del { $before }
asked-if-issued-from = se emitió por primera vez el { $from } o después
asked-if-issued-before = se emitió por primera vez antes del { $before }
# $bounds: one or two of the three messages below, joined by "y".
asked-if-held = al terminar el período la has tenido { $bounds }
asked-if-held-longer = { $span } o más
asked-if-held-shorter = { $span } o menos
asked-if-held-under = menos de { $span }
asked-if-year-of-issue = el período termina en el año de la primera emisión
asked-if-years-after-issue = el período termina en el { $years ->
    [1] primer
    [2] segundo
    [3] tercer
   *[other] { $years }.º
} año calendario después del de la primera emisión
asked-if-duty = tu trabajo incluye { $duties }
asked-if-setting = trabajas en { $settings }
asked-if-holds = tienes { $credentials }
asked-if-holds-some = tienes al menos { $count } de { $credentials }
asked-if-holds-not = no tienes { $credentials }
asked-if-age = tienes { $years } años o más
asked-if-schooling = tienes { $schooling }
asked-if-confirmed = lo confirmas
asked-if-not-denied = no dices lo contrario
asked-if-unknown = (ninguna fuente lo dice) { $question }
asked-if-not = no es este el caso: { $condition }

asked-if-work = tienes { $work }
asked-work = trabajo
asked-work-hours = { $hours } h de trabajo
asked-work-length = { $length } de trabajo
asked-work-both = { $hours } h y { $length } de trabajo
asked-work-duty = { $work } con { $duties }
asked-work-setting = { $work } en { $settings }
asked-work-weekly = { $work }, de { $hours } h por semana o más
# $last: one of the three messages below.
asked-work-within = { $work } { $last }

asked-if-programme = has completado un programa de capacitación
asked-programme-subject = { $programme } en { $subject }
asked-programme-recognised = { $programme } con reconocimiento de { $bodies }
asked-programme-within = { $programme } { $last }
asked-programme-soon = { $programme }, o lo completarás en menos de { $span }

asked-last-days = { $count ->
    [one] en el último día
   *[other] en los últimos { $count } días
}
asked-last-months = { $count ->
    [one] en el último mes
   *[other] en los últimos { $count } meses
}
asked-last-years = { $count ->
    [one] en el último año
   *[other] en los últimos { $count } años
}

## Exceptions. $why: in the words of the catalogue.

asked-except-nothing = no se pide nada
asked-except-hours = se piden { $hours } h
asked-except-per-month = se piden { $hours } h por cada mes que la has tenido
asked-except-prorated = se piden horas en proporción a los meses que la has tenido
asked-except-if = { $asked } si { $condition } ({ $why })
asked-except-confirmed = { $asked } en este caso, que tú confirmas: { $why }

## How long a period is and what ends it. $years: of which years.

asked-term = { $length }, { $ends }
asked-term-approval = { $term }; el período siguiente empieza el día en que se aprueba la renovación
asked-term-carried = { $term }; si se emite por primera vez a menos de { $span } de un final, dura hasta el final siguiente
asked-ends-printed = termina en la fecha impresa
asked-ends-anniversary = termina el día antes del aniversario de la emisión
asked-ends-issue-month = termina el último día del mes de la emisión
asked-ends-day = termina el { $day }, { $years }
asked-ends-birth-month = termina el último día del mes de nacimiento, { $years }
asked-ends-birthday = termina el día del cumpleaños, { $years }
asked-years-even = en años pares
asked-years-odd = en años impares
asked-years-every = cada año
asked-years-staggered = en años pares o impares, según la fecha impresa
asked-years-of-birth = en años pares para quien nació en un año par, en años impares para los demás

asked-by-before-end = { $span } antes del final
asked-by-last-month = el primer día del mes en que termina

## Versions of rules.

asked-in-force-between = vigente del { $from } al { $until }
asked-in-force-from = vigente desde el { $from }
asked-in-force-until = vigente hasta el { $until }
asked-version-renewal = Renovación
asked-version-while-it-lasts = Mientras dura
asked-version-duty = Tarea “{ $duty }”
