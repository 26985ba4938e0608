# What the catalogue says, one fact at a time: names, sentences, and what changes when. Texts of the catalogue are within
# marks here and stay English. Days are written 2027-05-31; pages turn them into dates.

## What facts are about: headings.

facts-section-about = Qué es
facts-section-getting = Para obtenerla
facts-section-exam = Examen
facts-section-fees = Tarifas
facts-section-keeping = Para conservarla
facts-section-after-expiry = Después del vencimiento
facts-section-duties = Lo que pueden hacer los técnicos
facts-section-changes = Cambios
facts-section-open-questions = Sin aclarar todavía

## Names of facts, a few words each.

facts-name-note = Nota
facts-name-kind = Tipo
facts-name-initials = Siglas
facts-name-since = Desde
facts-name-term = Duración
facts-name-renewal = Renovación
facts-name-counts-as = Equivale a
facts-name-how-to-get = Cómo obtenerla
facts-name-exam-form = { $exam }: duración y puntaje
facts-name-exam-outline = Temario de { $exam }
facts-name-retake = Volver a intentarlo
facts-name-fee = Tarifa: { $what }
facts-name-asked = Qué se pide
facts-name-nothing-asked = No se pide nada
facts-name-applying = La solicitud
facts-name-exception = Excepción: { $why }
facts-name-after-expiry = Después del vencimiento
facts-name-afterwards = Cuando eso termina
facts-name-open-question = Sin aclarar todavía
facts-name-no-credential = Sin credencial
facts-name-months = Plazos en meses
facts-title-designators = Códigos de tema de ACPE
facts-one-designator = Código de tema de ACPE

## About a credential.

facts-kind-license = licencia
facts-kind-registration = registro
facts-kind-certification = certificación
facts-kind-certificate = certificado
facts-kind-permit = permiso
facts-kind-trainee = { $kind } para personas en capacitación
facts-no-end-known = No se conoce ningún vencimiento.
facts-not-renewable = No se puede renovar.
facts-counts-as = Tenerla equivale a tener también { $credentials }.

## Getting it.

facts-getting-unknown = Ninguna fuente dice cómo se obtiene.
facts-meets = qué lo cumple: { $what }
facts-part-of-application = Parte de la solicitud.
facts-costs = Cuesta { $usd }.
facts-path-unknown = No se sabe nada más.

## Its examination. $questions, $minutes and the like are numbers.

facts-exam-questions-scored = { $questions } preguntas, de las que cuentan { $scored }
facts-exam-questions = { $questions } preguntas
facts-exam-minutes = { $minutes } minutos
facts-exam-authorization = hay que presentarlo a menos de { $span } de la admisión
facts-exam-length-unknown = ninguna fuente dice cuánto dura
facts-exam-passes-on-scale = se aprueba con { $score }, en una escala de { $lowest } a { $highest }
facts-exam-passes = se aprueba con { $score }
# $number: the second attempt, the third … $wait: a length of time.
facts-retake-wait = intento { $number } al menos { $wait } después del anterior
facts-retake-then = cada intento posterior { $wait } después del anterior
facts-retake-most = como máximo { $most } intentos
facts-retake-most-within = como máximo { $most } intentos en { $span }

## Keeping it. $name: "Renovación", a stage after expiry. $from, $until: days.

facts-keeping-unknown = Ninguna fuente dice qué se pide para renovarla.
facts-nothing-asked = no se pide nada
facts-version-ends-from = { $name }: períodos que terminan desde el { $from }
facts-version-ends-until = { $name }: períodos que terminan hasta el { $until }
facts-version-ends-between = { $name }: períodos que terminan del { $from } al { $until }
facts-version-filed-from = { $name }: solicitudes presentadas desde el { $from }
facts-version-filed-until = { $name }: solicitudes presentadas hasta el { $until }
facts-version-filed-between = { $name }: solicitudes presentadas del { $from } al { $until }
facts-clock = tiene su propio plazo: { $term }
facts-opens = la solicitud se abre: { $day }
facts-file-by = último día para presentar la solicitud a tiempo: { $day }
facts-accepts = lo que puede contar: { $credits }
facts-carry-over = las horas de sobra pasan { $count ->
    [one] al período siguiente
   *[other] a los { $count } períodos siguientes
}
facts-or-instead = o en su lugar: { $what }
facts-or = { $one }; o { $other }

## After expiry.

facts-after-expiry-unknown = Ninguna fuente dice qué se puede hacer después del vencimiento.
facts-open-for = hay plazo de { $span } después del vencimiento
facts-open-unknown = hay plazo después del vencimiento; ninguna fuente dice hasta cuándo
facts-stage-asks-renewal = se pide lo mismo que para renovar
facts-stage-hours-by-expiry = las horas obtenidas después del vencimiento no cuentan

## Boards and bodies.

facts-no-credential = La junta no da a los técnicos licencia, registro ni certificado, así que no pide nada para conservarlos.
facts-months-last-day = un mes a partir del 31 de enero termina el último día de febrero
facts-months-next-first = un mes a partir del 31 de enero termina el 1 de marzo
facts-months-unknown = no consta cómo termina un mes a partir del 31 de enero
facts-months-reading = así lo entiende Rung; ningún texto lo dice
facts-designates = créditos sobre { $topics }

## Duties beyond the usual.

facts-allowed = permitido
facts-allowed-on-terms = permitido con condiciones
facts-allowed-not = no permitido
facts-allowed-unknown = no se sabe
facts-duty-only = solo: { $who }
facts-duty-terms = con estas condiciones: { $terms }
facts-duty-if = si { $condition }

## What changes on a day. $what: names of what begins or ends.

facts-begins-keeping = nuevas reglas para conservarla: { $what }
facts-begins-getting = una nueva forma de obtenerla: { $what }
facts-begins-exam = una nueva versión del examen: { $what }
facts-begins-after-expiry = nuevas reglas después del vencimiento: { $what }
facts-begins-duties = lo que pueden hacer los técnicos: { $what }
facts-begins = nuevo: { $what }
facts-ends = deja de estar vigente: { $what }
facts-how-one-applies = cómo se presenta la solicitud
# $whose: a credential.
facts-change-of = { $whose }: { $what }

## What a jurisdiction asks, at a glance.

facts-glance-credential = Credencial
facts-glance-hours = Educación continua
facts-glance-live = Horas en vivo
facts-glance-to-get = Certificación nacional para obtenerla
facts-glance-to-keep = Certificación nacional para conservarla
facts-glance-vaccines = Poner vacunas
facts-glance-gives-none = Ninguna: la junta no la da
facts-not-known = No se sabe
facts-need-required = Obligatoria
facts-need-one-way = Una de las opciones
facts-need-not-required = No se exige
facts-amount-a-year = { $year } h al año
facts-amount-both = { $period } h por período ({ $year } h al año)
facts-amount-in-period = { $period } h por período
facts-amount-none = Ninguna
facts-spoken-a-year = { $hours } horas al año
facts-spoken-in-period = { $hours } horas por período
facts-spoken-none = ninguna
facts-spoken-unknown = no se sabe
# All of it in one sentence, for who cannot see a map.
facts-spoken = educación continua: { $hours }; horas en vivo: { $live }; certificación nacional para obtenerla: { $getting }; para conservarla: { $keeping }; poner vacunas: { $vaccines }
facts-spoken-without = credencial para técnicos: { $title }; poner vacunas: { $vaccines }
