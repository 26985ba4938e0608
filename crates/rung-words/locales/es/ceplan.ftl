# What to take: the plan, the activities that it chooses from, and what if.
ceplan-title = Qué tomar
ceplan-to-what-if = ¿Y si …?
ceplan-to-offerings = Actividades
ceplan-wishes = Lo que permites
ceplan-budget = Presupuesto en $
ceplan-hours-a-week = Horas por semana
ceplan-no-limit = Déjalo vacío si no hay límite.
ceplan-save-wishes = Guardar y planear
ceplan-horizon = Planear lo que vence hasta el
ceplan-horizon-hint = Vacío: los periodos en curso.
ceplan-plan = Planear
ceplan-all-met = No hay nada que tomar: todo lo que se cumple con cursos hasta el { $day } está cumplido.
ceplan-nothing-held = Primero agrega lo que tienes en Certificaciones: así Rung sabe qué debes.
ceplan-too-large = Los números son demasiado grandes para planear con exactitud.
ceplan-not-found = No se encontró un plan en el tiempo disponible. Dale más margen: una fecha posterior o un presupuesto mayor.
ceplan-aside = Lo que no se cumple con cursos
ceplan-take = Toma estas
ceplan-find = Busca estas
ceplan-find-text = Ninguna actividad conocida aquí las da. Qué buscar:

# $cost: money, $hours: in all.
ceplan-sum = { $cost } y { $hours }.
ceplan-sum-finish = Listo el { $day }.
ceplan-sum-needs = { $count ->
    [one] Para una cosa aún no se conoce ninguna actividad, así que su costo no está en la suma.
   *[other] Para { $count } cosas aún no se conoce ninguna actividad, así que su costo no está en la suma.
}
ceplan-proven = Demostrado: es el mejor
ceplan-not-proven = El mejor encontrado, sin demostrar
ceplan-why-best = Por qué es el mejor
ceplan-why-best-text = Cada afirmación está demostrada con números enteros, y un programa que no comparte nada con el planificador puede comprobarlo.
ceplan-from-today = Cualquier día desde hoy
ceplan-by = Hasta el { $day }
ceplan-at-the-latest = (a más tardar el { $day })
ceplan-nothing-fits = No hay ningún plan dentro de lo que permites.
ceplan-reasons = Esto no se puede cumplir todo a la vez
ceplan-reasons-minimal = Sin cualquiera de ellos habría un plan.
ceplan-ways = Salidas

# What was typed and cannot be.
ceplan-fault-money = «{ $typed }» no es una cantidad de dinero. Escríbela como 120 o 19.95.
ceplan-fault-week = Una semana tiene 168 horas.
ceplan-fault-hours = «{ $typed }» no es un número de horas. Escríbelo como 2 o 1.5.
ceplan-fault-day = «{ $typed }» no es una fecha. Escríbela como 2027-05-31.
ceplan-fault-early = Elige el { $day } o una fecha posterior.
ceplan-fault-horizon = Esa fecha ya pasó. Elige una posterior.
ceplan-fault-do = Esto no se puede hacer con una actividad.
ceplan-fault-done-day = Indica qué día la completaste.
ceplan-fault-done-later = El { $day } aún no llega. Márcala como hecha cuando lo esté.

# One activity.
ceplan-free = gratis
ceplan-only-on = solo el { $day }
ceplan-until = hasta el { $day }
ceplan-from = desde el { $day }
ceplan-live = presencial
ceplan-live-online = en vivo por internet
ceplan-home-study = estudio en casa
ceplan-state-open = Abierta
ceplan-state-planned = Planeada
ceplan-state-planned-on = Planeada para el { $day }
ceplan-state-registered = Inscrita
ceplan-state-registered-on = Inscrita para el { $day }
ceplan-state-done = Hecha
ceplan-see-credit = Ver el crédito
ceplan-change-state = Planear, inscribir, hecha …
ceplan-day = Día
ceplan-do-plan = Planeada
ceplan-do-register = Inscrita
ceplan-do-done = Hecha: convertir en crédito
ceplan-do-open = Dejarla abierta
ceplan-do-remove = Quitar

# In the history. $title: the activity's.
ceplan-history-wishes = Se cambió lo que el plan puede costar
ceplan-history-planned = Se planeó «{ $title }»
ceplan-history-registered = Inscripción en «{ $title }»
ceplan-history-open = Se dejó abierta «{ $title }»
ceplan-history-removed = Se quitó la actividad «{ $title }»
ceplan-history-done = Se completó «{ $title }»: un crédito nuevo
ceplan-history-imported = { $count ->
    [one] Se agregó una actividad
   *[other] Se agregaron { $count } actividades
}

# The list of activities.
ceplan-offerings-title = Actividades que puedes tomar
ceplan-offerings-add = Agregar actividades
ceplan-offerings-none = Aún no hay actividades
ceplan-offerings-none-text = Trae una lista de actividades con horas y precios: el plan elige las más baratas que cumplen con todo, y lo demuestra. Sin lista te dice qué buscar.
ceplan-offerings-count = { $count ->
    [0] Ninguna de estas.
    [one] Una actividad.
   *[other] { $count } actividades.
}
ceplan-show = Mostrar
ceplan-show-all = Todas
ceplan-show-open = Abiertas
ceplan-show-planned = Planeadas
ceplan-show-done = Hechas

# Bringing activities in.
ceplan-import-title = Agregar actividades
ceplan-import-lead = Un archivo de actividades, o una página web de un proveedor que hayas guardado. Ves lo que contiene antes de que se guarde algo.
ceplan-import-file = Archivo
ceplan-import-file-hint = JSON (rung-offerings/1), CSV con los mismos nombres, o una página web guardada (.html).
ceplan-import-paste = Pegarlo en su lugar
ceplan-import-text = Texto
ceplan-import-look = Ver qué contiene
ceplan-import-example = Cómo es un archivo así
ceplan-import-nothing = Elige un archivo o pega su texto.
ceplan-import-waited = El archivo ya no está a la mano: espera una hora como máximo. Elígelo otra vez.
ceplan-import-preview = Lo que contiene el archivo
ceplan-import-none = No contiene nada que se pueda agregar. No se guardó nada.
ceplan-import-another = Elegir otro archivo
ceplan-import-count = { $new ->
    [0] Nada nuevo
    [one] Una actividad nueva
   *[other] { $new } actividades nuevas
}; { $again ->
    [0] ninguna se conoce ya.
    [one] una ya se conoce y se actualiza.
   *[other] { $again } ya se conocen y se actualizan.
}
ceplan-import-more = { $count ->
    [one] Y una más, que también se agrega.
   *[other] Y { $count } más, que también se agregan.
}
ceplan-import-keep = Agregarlas
ceplan-import-leave = Dejarlo
ceplan-import-skipped = { $count ->
    [one] Se omitió una cosa
   *[other] Se omitieron { $count } cosas
}
ceplan-import-hours = Horas
ceplan-import-price = Precio en $
ceplan-import-price-hint = 0 si es gratis.
ceplan-import-untold = La página no lo dice. Lo que dejes vacío no se agrega.
ceplan-import-faults = Errores

# What if.
ceplan-whatif-title = ¿Y si …?
ceplan-whatif-lead = Prueba algo al lado de cómo es hoy. No se cambia nada.
ceplan-whatif-move = Te mudas
ceplan-whatif-state = A este estado
ceplan-whatif-from = Desde este día
ceplan-whatif-from-hint = Vacío: hoy.
ceplan-whatif-leave = y dejas las credenciales de los estados de los que te vas
ceplan-whatif-less = Tienes menos
ceplan-whatif-other = Algo pasa
ceplan-whatif-miss = No haces esta renovación
ceplan-whatif-hold = También tienes esta
ceplan-whatif-without = Este crédito no cuenta
ceplan-whatif-look = Ver qué cambia
ceplan-whatif-clear = Empezar de nuevo
ceplan-whatif-nothing = Elige algo arriba.
ceplan-whatif-differs = Qué sería distinto
ceplan-whatif-same = Nada: todo sigue igual.
ceplan-whatif-now = Como es
ceplan-whatif-then = Como sería
ceplan-whatif-worse = Peor
ceplan-whatif-better = Mejor
ceplan-whatif-owed-nothing = No se pide nada.
