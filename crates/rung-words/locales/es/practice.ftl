# Explorar: lo que falta, clasificaciones, el mapa de carrera, el cuestionario, mudanzas.

# What would settle an unknown of a gap.
# $what: the words of the source.
practice-open-meet = ¿Cumples con esto? { $what }. Solo tú puedes decirlo.
# $when: the case, in the words of the source.
practice-open-applies = Solo se pide en este caso: { $when }. Pregunta al empleador si es el tuyo.
practice-open-state = Dinos en qué estado trabajas o trabajarías.
practice-open-credential = El catálogo no dice qué credencial pide { $state }. Pregunta a: { $body }.
practice-open-trainee = El catálogo no tiene una credencial de { $state } para quienes están en formación. Pregunta a: { $body }.
practice-open-duty = Ninguna fuente dice si { $state } permite esto a los técnicos: { $duty }. Pregunta a: { $body }.
practice-open-nothing-known = Ninguna fuente dice qué pide este puesto. Pregunta a un empleador que lo tenga.

# How strictly something is asked.
practice-strength-required = obligatorio
practice-strength-alternative = o en su lugar
practice-strength-preferred = se valora
practice-strength-credential = para su credencial
practice-strength-described = descrito

# On what a verdict stands.
practice-because-held-until = Tienes { $name }, vigente hasta el { $day }.
practice-because-held = Tienes { $name }.
practice-because-held-unknown = Tienes { $name }; tu expediente no dice hasta cuándo está vigente.
practice-because-coming = { $name }: te la darán el { $day }.
practice-because-expired = { $name }: venció el { $day }.
practice-because-not-active = { $name }: no está activa.
practice-because-not-held = Tu expediente no tiene { $names }.
# $jobs: how many jobs count.
practice-because-months = Tu expediente muestra { $months } de { $needed } meses de ese trabajo, en { $jobs ->
    [one] { $jobs } empleo
   *[other] { $jobs } empleos
}.
practice-because-hours = Tu expediente muestra { $hours } de ese trabajo, en { $jobs ->
    [one] { $jobs } empleo
   *[other] { $jobs } empleos
}.
practice-because-school = Tu expediente tiene { $name }.
practice-because-school-open = Tu expediente tiene { $name }, aún sin terminar.
practice-because-allowed = { $state } permite esto a los técnicos: { $duty }.
practice-because-terms = { $state } permite esto a los técnicos con condiciones: { $duty }. Las condiciones: { $terms }.
practice-because-forbidden = { $state } no permite esto a los técnicos: { $duty }.
practice-because-duty-unknown = Ninguna fuente aclara si { $state } permite esto a los técnicos: { $duty }.
practice-because-none-given = La junta de { $state } no da ninguna credencial a los técnicos, así que no hace falta.

# Steps. $name: what they are about, as the catalogue calls it.
practice-step-study = Estudiar para { $name }
practice-step-apply = Solicitar { $name }
practice-step-exam = Presentar el examen: { $name }
practice-step-hold = { $name }: ya la tienes
practice-step-program = Terminar un programa: { $name }
practice-step-school = Terminar los estudios: { $name }
practice-step-position = Encontrar un puesto: { $name }
practice-step-any-position = Encontrar un puesto de técnico
practice-step-duty = Asumir una tarea: { $name }
practice-step-work = Seguir trabajando: { $name }
practice-step-age = Cumplir { $years } años
practice-step-attest = Hacerlo y declararlo: { $name }
practice-step-learn = Educación continua para { $name }
practice-step-renew = Renovar { $name }
practice-step-reinstate = Recuperar { $name }
practice-step-action = Asumirlo: { $name }

# Why no step helps.
practice-never-unsettled = Ninguna fuente lo aclara: { $question }
practice-never-no-path = El catálogo no dice cómo se obtiene { $name }. Pregunta a: { $body }.
practice-never-not-known = El catálogo no tiene { $id }.
practice-never-schooling = Pide estudios para los que Rung no tiene pasos: { $kinds }.
practice-never-forbidden = { $state } no lo permite: { $duty }. Otro estado quizá sí.
practice-never-no-step = Son estudios, cosa de años pasados, o una certificación o un examen de otros: Rung no tiene pasos para eso. Si lo tienes, dilo.
practice-never-past = Es cosa del pasado, o no se puede deshacer.
practice-never-said-no = Tu expediente dice que no.
practice-never-nowhere = El catálogo no conoce nada que lo cumpla.

# Rungs and kinds of work.
practice-rung-trainee = en formación
practice-rung-entry = primeros puestos
practice-rung-experienced = con experiencia
practice-rung-specialist = especialista
practice-rung-lead = líder
practice-rung-supervisor = supervisión
practice-rung-manager = gerencia
practice-rung-beyond = más allá de la farmacia
practice-work-dispensing = dispensación
practice-work-compounding = preparación de medicamentos
practice-work-patient-care = atención al paciente
practice-work-supply = compras e inventario
practice-work-safety = seguridad y cumplimiento
practice-work-access = seguros y acceso
practice-work-technology = tecnología
practice-work-teaching = enseñanza
practice-work-leading = dirección
practice-work-outside = fuera de una farmacia

# Where the record stands.
practice-standing-works = es lo que haces ahora
practice-standing-holds = tus credenciales te ponen aquí
practice-standing-worked = lo has hecho antes

# How close a role is.
practice-reach-ready = cumples con todo lo que exige
practice-reach-nothing-missing = no se sabe que falte nada
practice-reach-possible = falta algo que puedes cumplir
practice-reach-no-way = falta algo que nada conocido cumple

# What it takes.
practice-effort-weeks = { $weeks ->
    [one] al menos { $weeks } semana
   *[other] al menos { $weeks } semanas
}
practice-effort-assumed = en parte supuesto
practice-left-nothing = no falta nada
practice-left-no-way = nada conocido ayuda
# $missing: what is certainly missing. $open: how many things are unknown.
practice-left-open = { $open ->
    [one] { $missing }; { $open } cosa sin saber
   *[other] { $missing }; { $open } cosas sin saber
}

# Pay. $amount: dollars a year.
practice-pay-median = la mitad gana menos de { $amount } al año
practice-pay-hourly = { $amount } al año, calculado con la mediana por hora y 2,080 horas
practice-pay-range = { $amount } al año, el punto medio de un rango
practice-pay-official = estadísticas del gobierno
practice-pay-survey = una encuesta
practice-pay-salary-site = un sitio que reúne salarios; nadie oficial lo confirma
practice-pay-template = un modelo de descripción de puesto
practice-base-role = { $amount } al año, lo que se sabe de tu puesto actual: { $role }
practice-base-all = { $amount } al año, la mediana de todos los técnicos en Estados Unidos ({ $month })

# What an answer of the questionnaire says. $ask: the question.
practice-said-2 = Dijiste: mucho. { $ask }
practice-said-1 = Dijiste: más bien sí. { $ask }
practice-said-0 = No lo tenías claro. { $ask }
practice-said-minus-1 = Dijiste: más bien no. { $ask }
practice-said-minus-2 = Dijiste: nada. { $ask }

# Roles and settings, and what a comparison is about.
practice-aspect-rung = Peldaño y tipo de trabajo
practice-aspect-does = Lo que se hace
practice-aspect-requires = Obligatorio
practice-aspect-welcomes = Descrito o valorado
practice-aspect-competencies = En qué hay que ser bueno
practice-aspect-pay = Salario
practice-aspect-settings = Dónde existe
practice-aspect-hours = Horarios
practice-aspect-before = Antes
practice-aspect-after = Después
practice-everywhere = todos los lugares de trabajo
practice-elsewhere = fuera de los lugares que describe el catálogo
practice-pay-not-known = Ninguna fuente dice cuánto se gana.
# $occupation: an occupation of the wage statistics.
practice-pay-nearby = Una ocupación parecida, { $occupation }: la mitad gana menos de { $amount } al año (estadísticas del gobierno, { $month }). No es el salario de este puesto.
practice-asked-duty = un estado que permita esto a los técnicos: { $duty }
# Stand behind what is asked.
practice-only-when = { " " }(solo: { $when })
practice-at-least = al menos { $amount }
practice-at-most = como máximo { $amount }
practice-asked-by = { " " }({ $who })

## Las páginas.

practice-rooms = Páginas para explorar
practice-room-roles = Puestos
practice-room-graph = Mapa de carrera
practice-room-compare = Lado a lado
practice-room-move = Una mudanza
practice-room-interests = Lo que te gusta
practice-met = se cumple
practice-not-met = no se cumple
practice-unknown = no se sabe
practice-count-met = { $count ->
    [one] { $count } se cumple
   *[other] { $count } se cumplen
}
practice-count-not-met = { $count ->
    [one] { $count } no se cumple
   *[other] { $count } no se cumplen
}
practice-count-unknown = { $count ->
    [one] { $count } no se sabe
   *[other] { $count } no se saben
}
practice-asks-not-known = Ninguna fuente dice lo que pide este puesto.
practice-nothing-helps = Nada de lo que se conoce ayuda:
practice-would-meet = Lo que lo cumpliría, por el camino más rápido:
practice-takes = Lleva { $effort }.
practice-weeks =
    { $weeks ->
        [one] { $weeks } semana
       *[other] { $weeks } semanas
    }
practice-no-state = sin estado indicado
practice-seen-from = visto desde { $states }
practice-sources = Fuentes
practice-sources-checked = Revisadas el { $day }.

# La lista de puestos.
practice-roles-title = A dónde podrías llegar
practice-roles-lead = Todos los puestos que conoce el catálogo, con lo que tu expediente cumple de lo que piden, { $place }.
practice-order = Orden de los puestos
practice-by-closeness = Los más cercanos
practice-by-pay = Paga por el esfuerzo
practice-by-interest = Lo que te gusta
practice-setting = Lugar de práctica
practice-all-settings = Todos los lugares
practice-filter = Mostrar
practice-about-setting = Sobre este lugar: { $name }
practice-measured-against = Comparado con { $base }.
practice-answer-first = Todavía no has respondido ninguna pregunta, así que no hay nada que ordenar. Responde algunas:
practice-steps-no-way = No se conoce un camino desde tus puestos.
practice-steps-away =
    { $steps ->
        [0] Estás aquí.
        [one] A { $steps } paso.
       *[other] A { $steps } pasos.
    }
practice-score =
    { $answers ->
        [one] Coincide { $percent } de 100, según { $answers } respuesta
       *[other] Coincide { $percent } de 100, según { $answers } respuestas
    }
practice-here = Estás en estos ahora
practice-behind = Ya quedaron atrás
practice-none-ranked = No queda ningún puesto que poner en este orden.
practice-not-by-pay = Fuera de este orden: ninguna fuente dice cuánto pagan
practice-not-by-interest = Fuera de este orden: ninguna de tus respuestas habla de ellos
practice-about-role = Sobre este puesto
practice-compare-it = Compararlo
practice-plan-it = Planear el camino

# La distancia a un puesto.
practice-gap-met = Cumples lo que exige
practice-gap-not-met = Todavía no
practice-gap-unknown = No se sabe
practice-left = Lo que falta:
practice-asked-required = Se exige
practice-asked-described = Se describe; no se dice con qué rigor
practice-asked-welcome = Se valora
practice-asked-credential = Se pide para una credencial, no para el puesto
practice-nothing-required = Ninguna fuente habla de algo que se exija.
practice-to-settle = Lo que lo aclararía

# El mapa de carrera.
practice-graph-title = Qué puesto viene antes de cuál
practice-graph-lead = De izquierda a derecha, el camino hacia arriba. Cada caja lleva a lo que hay entre tú y el puesto.
practice-graph-picture = Puestos como cajas, del primero al último; cada una es un enlace
practice-graph-table = Lo mismo en una tabla
practice-key-here = donde estás
practice-key-inferred = inferido por Rung; ninguna fuente lo dice
practice-inferred = inferido
practice-column-role = Puesto
practice-column-standing = Desde ti
practice-column-verdict = Lo que exige
practice-column-next = Lleva a
practice-leads-nowhere = nada que el catálogo conozca

# Puestos lado a lado.
practice-compare-title = Puestos lado a lado
practice-compare-lead = Elige dos o tres. Lo que solo tiene uno de ellos se ve con tinta fuerte.
practice-compare-first = Primer puesto
practice-compare-second = Segundo puesto
practice-compare-third = Tercer puesto, si quieres
practice-choose-role = Elige un puesto
practice-compare-show = Comparar
practice-compare-more = Elige un puesto más.
practice-column-about = Sobre
practice-differs = distinto
practice-alike = igual
practice-nothing-told = no se dice nada

# Una mudanza.
practice-move-title = Lo que cambia una mudanza
practice-move-lead = Tareas, la credencial que hay que obtener, lo que se debe, cuotas: allá frente a aquí, { $place }.
practice-move-to = Mudarte a
practice-move-choose = Elige un estado
practice-move-day = Primer día allá
practice-move-show = Mostrar
practice-move-no-state = El catálogo no tiene un estado llamado { $state }. Elige uno de la lista.
practice-move-no-day = «{ $typed }» no es un día. Escríbelo así: 2027-03-01.
practice-move-not-imagined = No es posible imaginar tu expediente allá: { $why }
practice-move-duties = Tareas que cambian, cuando tengas la credencial de allá
practice-move-duties-none = Ninguna, hasta donde sabe el catálogo.
practice-move-duties-open = No se sabe allá:
practice-here-there = Aquí: { $here }. Allá: { $there }.
practice-you-may = puedes
practice-you-may-not = no puedes
practice-move-credential = La credencial de allá
practice-move-held = La tienes
practice-move-fees = Cuotas
practice-move-owed = Lo que se pide para mantenerla, y para lo que ya tienes
practice-move-owed-nothing = Nada distinto de ahora, hasta donde sabe el catálogo.
practice-move-roles = Puestos que te cambia, cuando tengas la credencial de allá
practice-move-open = Todavía sin aclarar
practice-move-rules = Todas las reglas de { $state }
practice-glance = De un vistazo
practice-glance-credential = Credencial
practice-glance-no-credential = no se conoce ninguna
practice-glance-hours = Educación continua
practice-glance-live = Horas en vivo
practice-glance-to-get = Certificación nacional para obtenerla
practice-glance-to-keep = Certificación nacional para mantenerla
practice-glance-vaccines = Poner vacunas
practice-glance-period-year = { $hours } por período ({ $yearly } al año)
practice-glance-a-year = { $hours } al año
practice-glance-period = { $hours } por período
practice-glance-none = ninguna
practice-glance-required = se exige
practice-glance-one-way = uno de los caminos
practice-glance-not-required = no se exige
practice-glance-allowed = permitido
practice-glance-on-terms = con condiciones
practice-glance-forbidden = no permitido

# El cuestionario.
practice-interests-title = Lo que te gusta y lo que te importa
practice-interests-lead = Unas pocas preguntas; responde las que quieras. Las respuestas se quedan en esta computadora y ordenan los puestos.
practice-would-you-like = ¿Te gustaría …
practice-does-it-matter = ¿Te importa …
practice-liking-2 = mucho
practice-liking-1 = más bien sí
practice-liking-0 = no sé decidir
practice-liking-minus-1 = más bien no
practice-liking-minus-2 = nada
practice-liking-open = sin respuesta
practice-interests-keep = Guardar las respuestas y ver los puestos
practice-interests-clear = Quitar todas las respuestas
practice-interests-kept =
    { $count ->
        [one] { $count } respuesta sobre intereses y valores
       *[other] { $count } respuestas sobre intereses y valores
    }
practice-interests-cleared = Respuestas sobre intereses y valores quitadas
