# Home: what to do now; before that, the first run.

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
today-bring-text = Un historial de CPE Monitor (CSV, o el texto de su PDF), cualquier hoja de créditos guardada como CSV, o un registro completo de Rung. Ves lo que se leyó antes de que se guarde nada.
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
today-history-begun = Se empezó con un registro vacío

# The samples. $count: how many; $credits, $work: how many of each the sample has.
today-samples-title = Conoce a un técnico de muestra
today-samples-text = Cada uno es inventado para mostrar algo. Prueba lo que quieras: tu propio registro no se toca, y la muestra se quita sin dejar rastro.
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
today-goal = Tu meta:
today-group-now = Ahora
today-group-soon = Pronto
today-group-later = Más adelante
today-group-someday = Cuando quieras
today-more = { $count ->
    [one] { $count } más
   *[other] { $count } más
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
today-all-done-explore = Ver las reglas

# The ladder. $where: where one stands, in a sentence; $day: a credential's last day.
today-ladder-title = La escalera
today-ladder-label = La escalera: { $where }
today-ladder-all = Cada peldaño, en palabras
today-ladder-next = el próximo
today-ladder-nothing-known = aquí no se sabe nada
today-level-trainee = Aprendiz
today-level-technician = Técnico
today-level-certified = Certificado
today-level-advanced = Avanzado
today-step-good-until = válida hasta el { $day }
today-step-held = la tienes
today-step-not-known = la tienes, no se sabe hasta cuándo
today-step-lapsed = ya no es válida
today-step-open = puedes solicitarla
today-step-unknown = no se sabe si puedes solicitarla
today-step-not-yet = todavía no cumples las condiciones
