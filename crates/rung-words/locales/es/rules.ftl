# Where a technician stands, and the rules in words. Days are written 2027-05-31 here; pages turn them into dates.

rules-disclaimer = Rung informa; no da asesoría legal. Cuando sea importante, pregunta a la junta de farmacia o al organismo certificador.

# A verdict on a line or an obligation: un requisito cumplido.
rules-verdict-met = cumplido
rules-verdict-not-met = no cumplido
rules-verdict-unknown = sin determinar

## Why a credit, or part of it, did not count. Parts of sentences: "el crédito no cuenta: …".

rules-reason-after-today = se completó después del día consultado
rules-reason-outside-period = se completó fuera del período
rules-reason-dead-zone = se completó después de presentar la renovación y antes de su aprobación: no cuenta para ningún período
rules-reason-outside-window = se completó fuera de los días que considera este requisito
# $credit: the id of the other credit.
rules-reason-duplicate = es la misma actividad que { $credit }, que cuenta una sola vez
rules-reason-duplicate-of-another = es la misma actividad que otro crédito, que cuenta una sola vez
rules-reason-not-accepted = aquí no se acepta este tipo de actividad
rules-reason-not-accredited = no está acreditado por un organismo que la regla nombra
rules-reason-wrong-audience = se hizo para otro público
rules-reason-wrong-format = no se tomó en el formato que pide la regla
rules-reason-wrong-topic = trata de otro tema
rules-reason-wrong-jurisdiction = trata de la ley de otra jurisdicción
rules-reason-course-too-small = tiene muy pocos créditos académicos o una calificación muy baja
rules-reason-no-hours = tu expediente no dice cuántas horas dio
rules-reason-cap-reached = pasa del máximo que pueden aportar estos créditos
rules-reason-used-in-addition = sus horas cuentan para un requisito que se suma al total
rules-reason-used-earlier = sus horas ya contaron en un período anterior

## What would settle an unknown: the technician can tell it.

rules-tell-first-issued = Dinos la fecha en que se emitió por primera vez.
rules-tell-expires = Dinos la fecha en que vence.
# $credential: its id in the catalogue.
rules-tell-printed-expiry = Dinos la fecha de vencimiento impresa en tu { $credential }.
rules-tell-birth-date = Dinos tu fecha de nacimiento.
# $duties: one or more, joined by "o".
rules-tell-duties = Dinos qué haces en el trabajo. Aquí importa si eso incluye { $duties }.
# $settings: one or more, joined by "o".
rules-tell-settings = Dinos en qué tipo de lugares trabajas. Aquí importa si eso incluye { $settings }.
rules-tell-schools = Dinos qué estudios has terminado.
rules-tell-programmes = Dinos qué programas de capacitación has completado, cuándo y quién los reconoce.
rules-tell-jobs = Dinos dónde has trabajado, desde cuándo y cuántas horas por semana.
rules-tell-hours-a-week = Dinos cuántas horas por semana trabajaste en cada empleo.
# $what: the words of the rule.
rules-tell-confirmed = Dinos si esto es así: { $what }.
# $what: the words of the rule. $key: the name of the fact in the record.
rules-tell-confirmed-in-file = Dinos si esto es así: { $what } (“{ $key }” entre los datos de tu expediente, verdadero o falso).

## … about a credit. $credit: its id.

# Where the credit has no id.
rules-the-credit = el crédito
rules-tell-accreditation = Dinos quién acredita { $credit }.
rules-tell-format = Dinos si { $credit } fue en vivo o de estudio en casa.
rules-tell-audience = Dinos si { $credit } se hizo para técnicos o para farmacéuticos.
rules-tell-law-of = Dinos de qué jurisdicción es la ley que trató { $credit }.
# $uan: its activity number.
rules-tell-topic = El número de actividad de { $credit } ({ $uan }) indica un tema distinto del que se escribió. Revisa su certificado.
rules-tell-grade = Dinos la calificación de { $credit }.
rules-tell-academic-credits = Dinos cuántos créditos académicos dio { $credit }.

## … somebody else knows it.

# $what: what is asked, in the words of the rule.
rules-ask-hours-of = Ninguna fuente dice cuántas horas se piden de { $what }. Pregunta a la junta de farmacia.
# $body: who gives the credential.
rules-ask-paths = El catálogo no dice cómo obtenerla. Pregunta a { $body }.
rules-ask-rules = El catálogo no tiene las reglas de { $body } para este período. Pregúntales cuáles son.
rules-ask-reinstatement = Pregunta a la junta de farmacia hasta cuánto tiempo después del vencimiento se puede renovar tarde o reactivar, y qué se pide para eso.

## Where a rule is written, and how sure it is. $source: its title and place. $body: whom to ask.

rules-confidence-high = confianza alta
rules-confidence-medium = confianza media
rules-confidence-low = confianza baja
rules-cite-high = { $source }. Revisado el { $day }.
rules-cite-medium = { $source }. Revisado en parte el { $day }: confirma con { $body }.
rules-cite-low = { $source }. Fuentes débiles o contradictorias, revisadas el { $day }: confirma con { $body }.

# A duty with a clock of its own. $title: the credential.
rules-title-education = { $title } (educación continua)

## A line's amounts, as decimal numbers of hours.

rules-amounts-most-a-day = máximo { $most } h por día
rules-amounts-most = { $counted } de un máximo de { $most } h
rules-amounts-nothing = no se pide nada
rules-amounts-enough = { $counted } de { $asked } h
rules-amounts-short = { $counted } de { $asked } h, { $short } h por completar

## What an obligation comes to, in a sentence. $day: the last day on which it is good.

rules-summary-ends = Termina el { $day } y no se puede renovar.
rules-summary-nothing-asked = No se pide nada para conservarla.
# $what: what it takes, in the words of the catalogue.
rules-summary-start-over-so = Venció el { $day } y hay que obtenerla de nuevo: { $what }.
rules-summary-start-over = Venció el { $day } y hay que obtenerla de nuevo.
rules-summary-start-over-someday = Hay que obtenerla de nuevo.
# $stage: what is open, in the words of the catalogue, such as "late renewal".
rules-summary-stage-open = Venció el { $day }; hay plazo hasta el { $by } ({ $stage }).
rules-summary-reinstatement-open = Venció el { $day }; se puede reactivar hasta el { $by }.
rules-summary-expired = Venció el { $day }.
rules-summary-expiry-unknown = No se conoce su fecha de vencimiento.
# $count: days left.
rules-summary-good = Vigente hasta el { $day } ({ $count ->
    [one] { $count } día
   *[other] { $count } días
}).
rules-summary-good-but-late = Vigente hasta el { $day } ({ $count ->
    [one] { $count } día
   *[other] { $count } días
}); ya pasó el día para presentar la solicitud a tiempo, el { $by }.
rules-summary-good-apply-by = Vigente hasta el { $day } ({ $count ->
    [one] { $count } día
   *[other] { $count } días
}); presenta la solicitud a más tardar el { $by }.

## Lengths of time.

rules-span-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
rules-span-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
rules-span-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
