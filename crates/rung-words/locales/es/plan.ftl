# Plans of continuing education and of a career.

## What no activity settles. $what: the words of the rule. $credential: its title.

plan-aside-not-by-courses = { $what } ({ $credential }): esto no se cumple tomando cursos.
plan-aside-too-late = { $what } ({ $credential }): ya pasaron los días en que se podía completar. Pregunta a la junta de farmacia qué hacer.

## What is proven of a plan. Parts of sentences.

plan-claim-fewest-needs = ningún plan deja menos horas sin una oferta conocida
plan-claim-cheapest = ningún plan cuesta menos, y ninguno con el mismo costo tiene menos horas
plan-claim-earliest = ningún plan igual de bueno termina a más tardar el { $day }
plan-claim-contradiction = estas exigencias se contradicen

## What is demanded of a plan. Parts of sentences.

plan-demand-budget-of = un presupuesto de { $budget }
plan-demand-budget = el presupuesto
plan-demand-hours-per-week-of = { $hours } por semana
plan-demand-hours-per-week = las horas por semana
# $what: the words of the rule.
plan-demand-hours-of = { $hours } de { $what } para { $credential } a más tardar el { $by }
plan-demand = { $what } para { $credential } a más tardar el { $by }
plan-demand-cap = un máximo de { $most } de { $what } para { $credential }

## What would make a plan possible.

plan-way-budget = { $more } más: con { $total } en total alcanza, y con menos no.
plan-way-hours-per-week = { $more } más por semana: con { $total } por semana alcanza, y con menos no.
plan-way-file-late = Más tarde: la solicitud para { $credential } se acepta hasta el { $by }, con su recargo por entrega tardía, y para entonces todo cabe.
plan-way-both = Más dinero y también más horas por semana: { $budget } alcanza si las horas por semana no tienen límite.

## What an activity must be like for which no offering is known.

plan-need-any = educación continua para técnicos
# $what: the words of the rule.
plan-need-live = { $what }, en vivo
plan-need-home = { $what }, estudio en casa

## The way to a goal.

plan-route-there = Ya llegaste.
plan-route-arrival = Llegas a más tardar el { $day }, por { $cost } y { $hours } de tu tiempo.
plan-route-proven = Ningún plan es mejor: demostrado.
plan-route-not-proven = Todavía no está demostrado si existe un plan mejor.
plan-route-bound-arrival = Ningún plan llega antes del { $day }.
plan-route-bound-cost = Ningún plan cuesta menos de { $cost }.
plan-route-bound-hours = Ningún plan requiere menos de { $hours }.
plan-route-bound-late-start = Ningún plan empieza después del { $day }.
plan-route-bound-smooth = Ningún plan tiene una semana más cargada de menos de { $hours }.
plan-route-assumed-share = De eso, { $cost } y { $hours } son supuestos.

## A step of it.

plan-route-hours-a-week = { $hours } por semana
plan-route-can-wait =
    { $weeks ->
        [one] puede esperar una semana
       *[other] puede esperar { $weeks } semanas
    }
plan-route-critical = de esto depende la llegada
# $what: the condition in the words of its source. $of: whose condition it is.
plan-route-for-condition = para { $of }: { $what }
# $step: the step that needs it.
plan-route-for-step = hace falta antes de: { $step }
plan-route-for-aim = para tu meta: { $name }
plan-route-due = vence de todos modos
plan-route-as-good = Estos sirven igual: { $names }.
plan-route-by = a más tardar el { $day }
plan-route-from = desde el { $day }

## An exam and its authorization.

plan-route-authorized = se puede presentar hasta el { $day }
plan-route-late = solo se puede presentar hasta el { $day }: pide más días o solicita más tarde

## What keeps a step from beginning earlier.

plan-route-held-start = Puedes empezar hoy.
plan-route-held-steps = Espera a: { $steps }.
plan-route-held-hours = La semana anterior está llena con: { $steps }.
plan-route-held-date = Una fecha impide empezar antes.
plan-route-held-nothing = Podría empezar antes, pero no se ganaría nada.

## What would be without a step.

plan-route-without-due = Vence de todos modos.
plan-route-without-no-way = Sin esto, ningún camino lleva a tu meta.
plan-route-without-not-within = Sin esto no hay camino dentro de lo que pediste.
plan-route-without-same = Sin esto hay otro camino igual de rápido, por { $cost }.
plan-route-without-later =
    { $weeks ->
        [one] Sin esto llegarías una semana más tarde, el { $day }, por { $cost }.
       *[other] Sin esto llegarías { $weeks } semanas más tarde, el { $day }, por { $cost }.
    }
plan-route-without-not-known = No se alcanzó a calcular qué pasaría sin esto.

## What a plan supposes.

plan-route-supposes-school = Terminaste la preparatoria (high school) o tienes el GED.
plan-route-supposes-age = Tienes { $years } años o más.
plan-route-supposes-good = Tu { $name } está vigente, aunque tu expediente no dice hasta cuándo.
plan-route-supposes-meets = Cumples con esto: { $what }
plan-route-supposes-licence = Tienes la licencia del estado donde trabajarías. Dinos qué estado es.
plan-route-supposes-allows = Tu estado permite que los técnicos hagan esto: { $duty }. Dinos qué estado es.
plan-route-supposes-work-week = Trabajas { $hours } por semana en tu empleo.

## An assumption. $what: what is assumed. $why: why as much.

plan-route-assumed-amounts = { $what }: { $amounts }.
plan-route-assumed-why = { $why }.
plan-route-assumed-change =
    { $count ->
        [one] Cámbialo con la clave { $keys }.
       *[other] Cámbialo con las claves { $keys }.
    }
plan-route-weeks =
    { $weeks ->
        [one] 1 semana
       *[other] { $weeks } semanas
    }

## Why there is no plan: what cannot all be met together.

plan-route-asked-aim = Alcanzas la meta: { $name }.
plan-route-asked-by = La alcanzas a más tardar el { $day }: { $name }.
plan-route-asked-through = Todo termina a más tardar el { $day }.
plan-route-asked-hours = Una semana tiene { $hours } para esto.
plan-route-asked-budget = Cuesta { $cost } como máximo.
plan-route-asked-held-off = Lo que aplazas: { $step }.
plan-route-asked-until = Solo hasta el { $day }: { $step }.
plan-route-asked-from = Solo desde el { $day }: { $step }.
plan-route-asked-due = Vence mientras tanto: { $step }.
plan-route-asked-authorized = En los { $days } días que vale su autorización: { $step }.
plan-route-asked-order = { $step }: solo después de { $after }.
plan-route-asked-orders = Cada uno de estos pasos hace falta, y van en este orden: { $steps }.

## What would do. $day: when the goal would be reached.

plan-route-way-hours = { $more } más cada semana; llegarías a más tardar el { $day }.
plan-route-way-later =
    { $weeks ->
        [one] Todas las fechas una semana más tarde; llegarías a más tardar el { $day }.
       *[other] Todas las fechas { $weeks } semanas más tarde; llegarías a más tardar el { $day }.
    }
plan-route-way-budget = Un presupuesto de { $cost }; llegarías a más tardar el { $day }.
plan-route-way-nothing-held-off = Sin aplazar nada; llegarías a más tardar el { $day }.
plan-route-way-without-aim = Sin la meta { $name }; alcanzarías lo demás a más tardar el { $day }.

## A goal that no steps reach.

plan-route-blocked = { $name }: ningún paso que Rung conozca lleva ahí.
plan-route-blocked-because = { $what } ({ $of }): { $why }
plan-route-circle = Estos se piden unos a otros en círculo: { $names }

## How two plans differ.

plan-route-same = Los dos planes son iguales.
plan-route-earlier =
    { $weeks ->
        [one] Llegas una semana antes: el { $day }.
       *[other] Llegas { $weeks } semanas antes: el { $day }.
    }
plan-route-later =
    { $weeks ->
        [one] Llegas una semana más tarde: el { $day }.
       *[other] Llegas { $weeks } semanas más tarde: el { $day }.
    }
plan-route-dearer = Cuesta { $more } más: { $cost }.
plan-route-cheaper = Cuesta { $less } menos: { $cost }.
plan-route-longer = Requiere { $more } más de tu tiempo.
plan-route-shorter = Requiere { $less } menos de tu tiempo.
plan-route-new = Nuevo: { $step }
plan-route-gone = Ya no: { $step }
plan-route-moved = { $step }: ahora del { $begins } al { $ends }, antes del { $first } al { $last }

## What the catalogue has changed since a plan was agreed.

plan-route-changed-cost = { $step }: ahora { $now }; { $then } cuando lo acordaste.
plan-route-changed-effort = { $step }: requiere otras horas o semanas que cuando lo acordaste.
plan-route-changed-until = { $step }: ahora es posible hasta el { $day }.
plan-route-changed-open = { $step }: ya no tiene último día.
plan-route-changed-gone = { $step }: ya no se pide, o está hecho.
plan-route-changed-asks = { $step }: ahora se pide otra cosa antes.

## What stops a plan.

plan-route-no-goal = No se dio ninguna meta.
plan-route-past = El { $day } es antes del { $on }: elige un día posterior.
plan-route-too-far = El { $day } está demasiado lejos: los planes llegan hasta el { $last }.
plan-route-too-large = Esto requiere más pasos de los que se pueden planear a la vez ({ $steps }): da menos metas.
plan-route-no-time = Ninguna semana tiene horas para esto: da al menos media hora.
plan-route-not-in-catalogue = El catálogo no tiene { $goal }.
plan-route-no-such-goal = "{ $text }" no es un puesto, una credencial, un entorno ni una acción del catálogo.
plan-route-did-you-mean = ¿Quisiste decir { $names }?
plan-route-no-step = El plan no tiene el paso { $step }.
plan-route-no-more-attempts = { $step }: no se permiten más intentos.
plan-route-no-way-left = Lo que pasó no deja ningún camino dentro de lo que pediste.
plan-route-not-known = No se encontró nada a tiempo.
plan-route-not-readable = El plan guardado no se puede leer: { $what }
plan-route-goal-reached = Meta: { $name }
plan-route-earn-hour = un puesto que paga { $usd } por hora o más
plan-route-earn-year = un puesto que paga { $usd } al año o más

## La página del camino.

plan-title = Tu camino hacia arriba
plan-lead = Di a dónde quieres llegar, para cuándo y qué puedes dar: se calcula y se demuestra el mejor camino, paso a paso.
plan-explore-first = Explora primero
plan-want-title = Lo que quieres
plan-as-calendar = Archivo de calendario
plan-as-json = JSON
plan-make = Planear el camino
plan-chip-proven = Demostrado
plan-chip-not-proven = Aún sin demostrar
plan-reached-already = ya alcanzado
plan-wanted-by = (lo quieres para el { $day })
plan-nothing-fits = Nada encaja: lo que quieres y lo que permites no se pueden cumplir a la vez.
plan-not-together = Esto no puede valer todo a la vez:
plan-none-spared = Ninguna de estas cosas sobra.
plan-what-would-do = Lo que serviría
plan-not-in-time = No se encontró nada en el tiempo disponible. Pon menos metas o fechas más tardías.
plan-agree = Aceptar este plan
plan-agree-instead = Aceptar el plan nuevo en su lugar
plan-new-beside = Un plan nuevo, para lo que quieres ahora
plan-how-it-differs = En qué se distingue del aceptado
plan-agreed = Aceptado el { $day }
plan-what-moved = Lo que se movió desde entonces
plan-not-told = Esto ya debía estar hecho, y se da por hecho. Avisa si no lo está:
plan-catalogue-changed = Lo que cambió el catálogo desde entonces
plan-give-up = Abandonar el plan aceptado
plan-supposed = Lo que el plan da por cierto
plan-assumptions = Lo que se supone
plan-assumptions-about = Ninguna fuente da estas cifras. Pon las tuyas y el plan se hace de nuevo.
plan-your-own-figure = Poner tu propia cifra
plan-use-figure = Usarla
plan-closed =
    { $count ->
        [one] { $count } camino está cerrado: por qué
       *[other] { $count } caminos están cerrados: por qué
    }

## El formulario.

plan-goals = Metas
plan-goal-roles = Puestos
plan-goal-credentials = Credenciales
plan-goal-settings = Lugares de práctica
plan-choose-goal = Elige un puesto, una credencial o un lugar
plan-field-add = Agregar una meta
plan-field-by = Para cuándo, si tienes fecha
plan-field-earn = O ganar al menos ($)
plan-field-per = Por
plan-per-hour = hora
plan-per-year = año
plan-want-give = Lo que puedes dar
plan-want-matters = Lo que importa
plan-field-hours = Horas por semana
plan-hint-hours = Las que puedes dar en una semana normal
plan-field-budget = Presupuesto en $
plan-hint-budget = En total; vacío si no hay límite
plan-field-first = Primero
plan-field-second = Después
plan-wish-usual = lo normal: pronto y luego barato
plan-wish-usual-then = lo normal
plan-wish-arrival = llegar pronto
plan-wish-cost = gastar poco
plan-wish-hours = dar pocas horas
plan-wish-late-start = empezar tarde y llegar a tiempo
plan-wish-smooth = que la semana más llena sea ligera
plan-more-wishes = Más deseos: pausas, temporadas, proveedores
plan-want-through = Hasta cuándo mirar
plan-field-through = No más allá de este día
plan-hold-offs = Pausas
plan-hold-offs-about = Días en los que no debe haber examen, o nada en absoluto.
plan-hold-off = Pausa
plan-field-hold-off = Qué
plan-hold-nothing = nada (sin pausa)
plan-hold-exams = exámenes
plan-hold-everything = todo
plan-field-from = Desde
plan-field-to = Hasta
plan-every-year = cada año
plan-seasons = Temporadas con otras horas
plan-seasons-about = Días en los que puedes dar más o menos de lo normal.
plan-season = Temporada
plan-field-season = Horas por semana entonces
plan-another-hold-off = Agregar otra pausa
plan-another-season = Agregar otra temporada
plan-want-providers = Proveedores
plan-field-prefer = Proveedores que prefieres
plan-field-avoid = Proveedores que evitas
plan-hint-prefer = Nombres separados por comas
plan-fault-no-goal = Elige una meta.
plan-fault-many-goals = No se pueden planear más de { $most } metas a la vez.
plan-fault-day = «{ $typed }» no es un día. Escríbelo así: 2027-03-01.
plan-fault-hours = «{ $typed }» no es un número de horas. Escribe 5 o 7.5.
plan-fault-dollars = «{ $typed }» no es una cantidad de dólares. Escribe 250 o 1,200.50.
plan-fault-stretch = Pon el primer día y el último, en ese orden.
plan-fault-figure = No se pudo leer esa cifra. Escribe horas como 7.5, semanas como 3, dólares como 250.
plan-fault-weeks = «{ $typed }» no es un número de semanas. Escribe 6.
plan-fault-changed-since = Algo cambió desde que se mostró este plan. Míralo como está ahora y acéptalo otra vez.
plan-fault-not-agreed = No hay un plan aceptado, así que no hay pasos de los que contar algo.
plan-fault-future = El { $day } todavía no llega. Cuéntalo cuando haya pasado.

## El dibujo y los pasos.

plan-picture = Los pasos en sus semanas
plan-picture-load = Horas por semana: { $hours } como mucho
plan-picture-money = El dinero que se va sumando: { $cost } en total
plan-key-critical = de esto depende la llegada
plan-key-free = puede esperar
plan-key-slack = margen para esperar
plan-key-until = fecha límite
plan-as-table = Todas las semanas en tablas
plan-weeks-table = Semana por semana
plan-column-step = Paso
plan-column-begins = Empieza
plan-column-ends = Termina
plan-column-hours = Horas
plan-column-weeks = Semanas
plan-column-dollars = Dólares
plan-column-cost = Costo
plan-column-slack = Puede esperar
plan-column-week = Semana del
plan-column-room = Espacio
plan-column-paid = Pagado en total
plan-steps-title = Paso a paso
plan-done = Hecho
plan-more-of-step = Por qué entonces, y qué pasaría sin esto
plan-of-your-time = de tu tiempo
plan-at-least-to-wait = de principio a fin
plan-assumed = supuesto
plan-your-figure = tu propia cifra
plan-what-happened = ¿Qué pasó?
plan-field-day = En este día
plan-field-weeks = Semanas que lleva
plan-tell-done = Hecho
plan-tell-begun = Empezado
plan-tell-slipped = No antes de este día
plan-tell-failed = No aprobado
plan-tell-takes = Anotarlo

## Lo que dicen el historial y el calendario.

plan-wanted-title = El camino a { $goals }
plan-agreed-title = Aceptado un plan que llega el { $day }
plan-given-up-title = Abandonado el plan aceptado
plan-told-done = { $step }: hecho el { $day }
plan-told-begun = { $step }: empezado el { $day }
plan-told-slipped = { $step }: no antes del { $day }
plan-told-takes =
    { $weeks ->
        [one] { $step }: lleva { $weeks } semana
       *[other] { $step }: lleva { $weeks } semanas
    }
plan-told-failed = { $step }: no aprobado el { $day }
plan-figure-title = Tu propia cifra para { $key }
plan-calendar = Rung: el camino hacia arriba
plan-calendar-of = Rung: { $name }, el camino hacia arriba

## The way on paper.

plan-paper-of = { $name }: el camino hacia arriba
plan-paper-made = Hecho el { $day }.
plan-paper-proof = Un verificador independiente aceptó la prueba: ningún plan dentro de estos deseos es mejor.
plan-paper-sources = Fuentes
plan-as-pdf = PDF
