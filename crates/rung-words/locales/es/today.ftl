# What to do now and why, the ladder, the ledger, what if. Days are written 2027-05-31 here; pages turn them into dates.

## How urgent something is: headings.

today-urgency-now = Ahora
today-urgency-soon = Pronto
today-urgency-later = Más adelante
today-urgency-someday = Cuando quieras

## What to do, in a few words. $name: the credential, or "tu expediente".

today-your-record = tu expediente
today-title-reinstate = Reactiva { $name }
today-title-send-again = Envía de nuevo la renovación de { $name }
today-title-renew = Renueva { $name }
# $what: the words of the rule.
today-title-missing = Falta para { $name }: { $what }
today-title-meet = Cumple { $count } requisitos de { $name }
today-title-earn = Completa { $hours } para { $name }
# $title: the activity.
today-title-attend = Asiste a: { $title }
today-title-take = Toma: { $title }
# $body: a board or certifying body.
today-title-ask = Pregunta a { $body }
today-title-ask-the-board = Pregunta a la junta de farmacia
# $count: verdicts that the answer settles.
today-title-answer = { $count ->
    [one] Responde una pregunta
   *[other] Responde una pregunta que aclara { $count } resultados
}
today-title-await = Espera la aprobación de { $name }
today-title-rules-change = Desde el { $day } rigen otras reglas para { $name }
today-title-coming = Cambia { $name }
today-title-coming-rule = Cambia una regla
today-title-start-over = { $name } ya no está vigente
# $count: credits.
today-title-document = { $count ->
    [one] Guarda el certificado de un crédito para { $name }
   *[other] Guarda los certificados de { $count } créditos para { $name }
}
today-title-apply = Puedes solicitar { $name }

## Why. $left: how far the day is, such as "quedan 12 días".

today-why-expired = Venció el { $day }
today-why-expired-someday = Venció
# What is open after expiry, where the catalogue has no name for it.
today-bringing-it-back = reactivación
# $expired: "Venció el …". $stage: what is open, such as "late renewal".
today-why-reinstate = { $expired }; hay plazo hasta el { $day } ({ $left }): { $stage }.
today-why-reinstate-someday = { $expired }. Ninguna fuente dice hasta cuándo hay plazo: { $stage }.
today-why-send-again = Se presentó el { $filed } y la devolvieron el { $returned }; no está renovada.
today-why-opens = Se puede renovar desde el { $day }.
today-why-open-since = Se puede renovar desde el { $day }.
today-why-renew-late = Ya pasó el día para presentar la solicitud a tiempo, el { $by }; está vigente hasta el { $expires } ({ $left }).
today-why-renew-by = Presenta la solicitud a más tardar el { $by } ({ $left }); está vigente hasta el { $expires }.
today-why-renew = Está vigente hasta el { $expires } ({ $left }).
# $what: the words of the rule.
today-short-of = { $short } de { $asked } por completar: { $what }
today-short = { $short } por completar: { $what }
today-and-more = y { $count } más
# $what: what is short, line by line.
today-why-earn-too-late = { $what }. El plazo terminó el { $day }.
today-why-earn = { $what }. El último día es el { $day } ({ $left }).
today-why-earn-at-a-pace = { $what }. El último día es el { $day } ({ $left }). Son { $hours } al mes.
today-why-planned-before = Estaba planeado para el { $day }.
today-why-planned = Está planeado para el { $day } ({ $left }).
today-why-planned-for = Está planeado para el { $day } ({ $left }), { $hours }.
today-why-planned-at = Está planeado para el { $day } a las { $time } ({ $left }).
today-why-planned-at-for = Está planeado para el { $day } a las { $time } ({ $left }), { $hours }.
# $count: verdicts.
today-why-answer = { $count ->
    [one] Sin eso no se puede determinar un resultado.
   *[other] Sin eso no se pueden determinar { $count } resultados.
}
today-why-await = Se presentó el { $day } y todavía no está aprobada.
today-why-await-dead-zone = Se presentó el { $day } y todavía no está aprobada. Los créditos que completes desde entonces no cuentan para ningún período hasta que se apruebe.
# $changes: sentences on what changes.
today-why-rules-change = Se aplican a las solicitudes que se presenten desde el { $day }. { $changes }
today-why-rules-change-next = Rigen en el período que comienza el { $day }. { $changes }
# $what: the words of the catalogue.
today-why-coming = Desde el { $day }: { $what }
# $expired: "Venció el …". $what: what it takes, in the words of the catalogue.
today-why-start-over-so = { $expired } y hay que obtenerla de nuevo: { $what }.
today-why-start-over = { $expired } y hay que obtenerla de nuevo.
# $titles: of the credits.
today-why-document = Cuentan aquí y no hay certificado guardado, que una auditoría puede pedir: { $titles }.
today-why-document-more = Cuentan aquí y no hay certificado guardado, que una auditoría puede pedir: { $titles } y { $count } más.
# $path: the way to the credential, in the words of the catalogue.
today-why-apply = Cumples todas las condiciones ({ $path }).
today-why-apply-since-lately = Desde hace poco cumples todas las condiciones ({ $path }).

## What rules ask otherwise. Parts of sentences. $what: the words of the rule.

today-changes-none = En lo que te toca, se pide lo mismo.
today-changes-more = { $count ->
    [one] { $count } cambio más
   *[other] { $count } cambios más
}
today-change-hours = { $after } en vez de { $before }: { $what }
today-change-most = máximo { $after } en vez de { $before }: { $what }
today-change-new-hours = nuevo, { $after }: { $what }
today-change-new-most = nuevo, máximo { $after }: { $what }
today-change-new = nuevo: { $what }
today-change-otherwise = se pide de otra forma: { $what }
today-change-no-longer = ya no se pide: { $what }

## What to do about it.

today-do-reinstate-now = Tienes todo lo que se pide: presenta la solicitud ahora.
today-do-reinstate = Cumple lo que se pide y luego presenta la solicitud.
today-do-send-again = Corrige lo que piden, envíala de nuevo y anota la fecha.
today-do-renew-ready = Tienes todo lo que se pide: presenta la solicitud ahora y anota la fecha en que la presentaste.
today-do-renew-ready-from = Tienes todo lo que se pide: presenta la solicitud desde el { $day } y anota la fecha en que la presentaste.
today-do-renew-missing = Cumple primero lo que falta; luego presenta la solicitud y anota la fecha en que la presentaste.
today-do-renew-missing-from = Cumple primero lo que falta; luego presenta la solicitud desde el { $day } y anota la fecha en que la presentaste.
today-do-renew-unknown = Aclara primero lo que no se sabe; luego presenta la solicitud y anota la fecha en que la presentaste.
today-do-renew-unknown-from = Aclara primero lo que no se sabe; luego presenta la solicitud desde el { $day } y anota la fecha en que la presentaste.
today-do-earn-too-late = Pregunta a la junta de farmacia qué se puede hacer.
today-do-meet = Mira con qué se cumpliría.
today-do-earn = Elige actividades que cuenten, o deja que un plan las elija.
today-do-enter = Anótala como crédito si la tomaste; muévela o quítala si no.
today-do-attend = Tómala y guarda el certificado.
today-do-take = Inscríbete o tómala.
today-do-await = Anota la fecha de la aprobación cuando llegue.
today-do-await-dead-zone = Anota la fecha de la aprobación cuando llegue. No tomes cursos hasta entonces.
today-do-rules-change = Lee lo que piden y planéalo.
today-do-coming = Lee lo que cambia.
today-do-start-over = Mira qué se necesita para obtenerla otra vez.
today-do-document = Agrega el certificado a cada crédito.
today-do-apply = Mira qué pide la solicitud.
# $steps: of the application, in the words of the catalogue.
today-do-apply-so = La solicitud pide: { $steps }.
today-do-apply-so-for = La solicitud pide: { $steps }. Cuesta { $cost }, hasta donde se sabe.
# $what: what the fee is for, in the words of the catalogue.
today-fee = { $amount } por { $what }
# $fees: one or more.
today-fees = Cuesta { $fees }.

## The ladder: four rungs.

today-level-trainee = En formación
today-level-technician = Técnico
today-level-certified = Certificado
today-level-advanced = Avanzado
today-ladder-stands = Estás en el peldaño “{ $level }”.
today-ladder-empty = Todavía no hay nada de tu expediente en la escalera.
today-ladder-next-not-yet = Sigue “{ $level }”: aún no se cumplen sus condiciones.
today-ladder-next-unknown = Sigue “{ $level }”: aún no se sabe si puedes presentar la solicitud.
today-ladder-next-open = { $count ->
    [one] Sigue “{ $level }”: puedes solicitar una de sus credenciales.
   *[other] Sigue “{ $level }”: puedes solicitar { $count } de sus credenciales.
}
today-ladder-tell-state = Dinos tu estado para ver sus peldaños.

## Where a credit counts. $what: the words of the rule. $reason: why not, a part of a sentence.

# Parts of sentences; a full stop or a reason follows.
today-counts = Cuenta para { $what }
today-counts-carried = Cuenta para { $what }, trasladado de un período anterior
today-counts-hours = Cuenta { $hours } para { $what }
today-counts-hours-carried = Cuenta { $hours } para { $what }, trasladadas de un período anterior
today-hours-not = { $hours } no: { $reason }
# $reasons: one or more.
today-counts-not = No cuenta para { $what }: { $reasons }.
today-counts-for-nothing = Aquí no cuenta para nada: { $reason }.

## What if: differences. $title: the credential. $what: the words of the rule.

# $asked: what is asked, and by when.
today-diff-asked-new = { $title } pide { $asked }, que ahora no se pide.
today-diff-asked-no-more = { $title } ya no pide nada ({ $asked }).
today-hours-of = { $hours } de { $what }
today-more = { $count } más
today-to-be-renewed = la renovación
today-a-renewal = una renovación
today-requirements = { $count ->
    [one] { $count } requisito
   *[other] { $count } requisitos
}
today-by = { $what } a más tardar el { $day }
# $before, $after: what can be done.
today-diff-route = { $title } { $after } (ahora { $before }).
today-route-renew = se puede renovar
today-route-reinstate = está vencida y se puede reactivar
today-route-start-over = ya no está vigente y hay que obtenerla de nuevo
today-route-none = no pide nada
# $what: which day, one of the four below.
today-diff-day = { $title }: { $what }, el { $after } en vez del { $before }.
today-diff-day-known = { $title }: { $what }, el { $after }.
today-diff-day-unknown = { $title }: { $what }, no se sabe cuándo.
today-day-opens = primer día para renovar
today-day-file-by = último día para renovar a tiempo
today-day-expires = vencimiento
today-day-reinstate-by = último día para reactivar
today-diff-met = Ahora se cumple: { $what } ({ $title }).
today-diff-no-longer-met = Ya no se cumple: { $what } ({ $title }).
today-diff-no-longer-met-short = Ya no se cumple: { $what } ({ $title }), { $short } por completar.
today-diff-not-met = No se cumple: { $what } ({ $title }).
today-diff-no-longer-known = Ya no se sabe: { $what } ({ $title }).
today-diff-short-more = { $hours } más por completar de { $what } ({ $title }).
today-diff-short-less = { $hours } menos por completar de { $what } ({ $title }).
# $apart: the difference.
today-diff-fees-more = { $apart } más en cuotas de { $title } ({ $after } en vez de { $before }).
today-diff-fees-less = { $apart } menos en cuotas de { $title } ({ $after } en vez de { $before }).
today-diff-eligible = Puedes solicitar { $name }.
today-diff-eligible-no-longer = Ya no puedes solicitar { $name }.
today-diff-eligible-unknown = No se sabe si puedes solicitar { $name }.
today-diff-cost-more = { $apart } más por el plan ({ $after } en vez de { $before }).
today-diff-cost-less = { $apart } menos por el plan ({ $after } en vez de { $before }).
today-diff-plan-hours = El plan toma { $after } en vez de { $before }.
# $before, $after: a day, or "de inmediato".
today-diff-finish = El plan termina: { $after } en vez de { $before }.
today-at-once = de inmediato
today-diff-plan = Hay un plan que lo logra; ahora no hay ninguno.
today-diff-no-plan = Ningún plan lo logra.
# $because: what is demanded.
today-diff-no-plan-because = Ningún plan lo logra: no se puede cumplir todo a la vez: { $because }.

## Home: the first run, and the frame of what to do now.

today-title = Hoy

# The first page. $states, $bodies, $credentials: how many the catalogue knows.
today-hero-owe = Sabe lo que debes.
today-hero-rung = Alcanza el próximo peldaño.
today-hero-lead = Responde cuatro preguntas o trae un historial. Rung lo compara con las reglas de tu estado y de tus organismos certificadores y muestra qué está cumplido, qué falta y para cuándo.
today-hero-coverage = { $states } jurisdicciones, { $bodies } organismos certificadores, { $credentials } credenciales, cada regla con su fuente
today-jump-questions = Responder cuatro preguntas
today-jump-file = Traer un archivo
today-jump-samples = Conocer a un técnico de muestra

# The four questions.
today-start-title = Di lo que tienes
today-questions-title = Cuatro preguntas
today-questions-text = Deja abierto lo que no sepas. Se puede decir después y cambiar en cualquier momento.
today-unknown = Todavía no lo sé
today-nothing = Nada, o todavía no
today-question-states = ¿En qué estado trabajas?
# $number: which of the states.
today-state-label = { $number ->
    [1] Estado
   *[other] Estado { $number }
}
today-more-states = Trabajo en más de uno
today-question-holds = ¿Qué tienes?
today-holds-hint = Una licencia, un registro o una certificación. Las fechas están impresas en ella; la más importante es cuándo vence.
# $number: which of the credentials.
today-holds-label = { $number ->
    [1] Credencial
   *[other] Credencial { $number }
}
today-issued-label = Emitida por primera vez
today-expires-label = Vence
today-more-held = Tengo más de una
today-question-works = ¿Dónde trabajas?
today-setting-label = Lugar de práctica
today-since-label = Desde
today-question-goal = ¿Adónde quieres llegar?
today-goal-label = Puesto o credencial
today-goal-certifications = Certificaciones
today-goal-roles = Puestos
today-start-send = Mostrar lo que debo
today-start-skip = Omitir por ahora

# A file instead of answers.
today-bring-title = O trae un archivo
today-bring-text = Un historial de CPE Monitor (CSV, o el texto de su PDF), cualquier hoja de créditos guardada como CSV, o un expediente completo de Rung. Ves lo que se leyó antes de que se guarde nada.
today-bring-kept = El archivo que trajiste se guarda hasta que se envíe el formulario.
today-bring-send = Leerlo

# What is wrong with an answer. $count: how many answers.
today-fault-summary = { $count ->
    [one] Una respuesta todavía no está bien. No se perdió nada.
   *[other] { $count } respuestas todavía no están bien. No se perdió nada.
}
today-fault-nothing = Responde al menos una pregunta, trae un archivo u omite este paso.
today-fault-choice = No es ninguna de las opciones. Elige una de la lista.
today-fault-which-credential = Estas fechas no son de ninguna credencial. Elige cuál es.
today-fault-held-twice = Esta ya la dijiste.
today-fault-day = Esto no es una fecha. Escríbela como 2027-05-31.
today-fault-day-to-come = Esta fecha todavía no llega.

# In the history. $name: the sample technician; $what: what was told; $goal: a role or credential.
today-history-sample-loaded = Se cargó la muestra { $name }
today-history-told = Dicho: { $what }
today-history-told-work = dónde trabajas
today-history-told-goal = meta { $goal }
today-history-begun = Se empezó con un expediente vacío

# The samples. $count: how many; $credits, $work: how many of each the sample has.
today-samples-title = Conoce a un técnico de muestra
today-samples-text = Cada uno es inventado para mostrar algo. Prueba lo que quieras: tu propio expediente no se toca, y la muestra se quita sin dejar rastro.
today-samples-more = { $count ->
    [one] { $count } muestra más
   *[other] { $count } muestras más
}
today-sample-counts = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}, { $work ->
    [one] { $work } empleo
   *[other] { $work } empleos
}
today-sample-lapsed = algo ya venció

# What there is to do. $count: how many; $day: the next day that matters, $left: how far it is.
today-summary-now = { $count ->
    [one] Una cosa por hacer ahora.
   *[other] { $count } cosas por hacer ahora.
}
today-summary-soon = { $count ->
    [one] Nada apremia. Es hora de empezar una cosa.
   *[other] Nada apremia. Es hora de empezar { $count } cosas.
}
today-summary-nothing = Nada apremia.
today-summary-next = La próxima fecha que importa es el { $day } ({ $left }).
today-goals = { $count ->
    [one] Tu meta:
   *[other] Tus metas:
}
today-standing = Cómo estás
today-obligations = Lo que se te pide
today-verdict-met = Cumplido
today-verdict-not-met = Todavía no
today-verdict-unknown = No se sabe
today-verdict-expired = Vencido
today-verdict-nothing = Nada que cumplir
today-good-until = Válida hasta el { $day }
today-deadlines = Próximas fechas límite
today-changes = Lo que cambia

# When no credential is told. $credits: how many credits are kept.
today-first-step-title = Di lo que tienes
today-first-step-text = { $credits ->
    [0] Rung conoce las reglas de cada estado y de cada organismo certificador. Cuáles son las tuyas depende de lo que tienes.
    [one] Se guarda un crédito. Para qué reglas cuenta depende de lo que tienes.
   *[other] Se guardan { $credits } créditos. Para qué reglas cuentan depende de lo que tienes.
}
today-first-step-tell = Decir lo que tengo
today-first-step-sample = Ver primero una muestra
today-all-done-title = Todo hecho
today-all-done-text = Todo lo que se te pide está cumplido y ninguna fecha está cerca. Aquí Rung avisa cuando algo toca.
today-all-done-explore = Ver lo que tienes abierto

# The ladder. $where: where one stands, in a sentence; $day: a credential's last day.
today-ladder-title = La escalera
today-ladder-label = La escalera: { $where }
today-ladder-all = Cada peldaño, en palabras
today-ladder-next = el próximo
today-ladder-nothing-known = aquí no se sabe nada
today-step-good-until = válida hasta el { $day }
today-step-held = la tienes
today-step-not-known = la tienes, no se sabe hasta cuándo
today-step-lapsed = ya no es válida
today-step-open = puedes solicitarla
today-step-unknown = no se sabe si puedes solicitarla
today-step-not-yet = todavía no cumples las condiciones
