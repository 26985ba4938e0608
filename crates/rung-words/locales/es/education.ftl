# The rooms, and the top of each.
education-title = Dónde estás
education-rooms = Educación
education-room-status = Estado
education-room-ledger = Créditos
education-room-plan = Plan
education-day = Día
education-show-day = Mostrar

# The whole status. $count, $met, $all: obligations.
education-summary-nothing = Ahora no se te pide nada.
education-summary-all-met = { $count ->
    [one] Todo está cumplido.
   *[other] Todo está cumplido en las { $count } obligaciones.
}
education-summary-none-met = { $count ->
    [one] Una obligación te necesita.
   *[other] Las { $count } obligaciones te necesitan.
}
education-summary-some-met = { $met } de { $all } obligaciones están cumplidas.
education-summary-next = Lo siguiente:
education-by = a más tardar el
education-at-a-glance = De un vistazo
education-nothing-held = Aún no hay credenciales
education-nothing-held-text = A quien no tiene nada, nada se le pide. Di qué tienes, desde cuándo y hasta cuándo, y esta página te dirá qué debes.
education-nothing-held-do = Decir qué tienes
education-not-known = No está en el catálogo
education-not-known-text = Rung aún no tiene reglas para estas y no dice nada de ellas:
education-did-you-mean = ¿Quisiste decir

# What changes soon.
education-changes = Lo que cambia pronto
education-changes-more = { $count ->
    [one] { $count } cambio más
   *[other] { $count } cambios más
}
education-from = desde el { $day }
education-until = hasta el { $day }
education-change-this-period = Reglas nuevas, ya en este período:
education-change-next-period = Reglas nuevas, desde tu próximo período:

# An obligation.
education-obligation-reinstate = Vencida, se puede reinstalar
education-obligation-expired = Vencida
education-obligation-nothing-asked = No se pide nada
education-obligation-met = Cumplida
education-obligation-not-met = Aún no cumplida
education-obligation-unknown = No se sabe
education-duty-ce = educación continua
education-period = Período
education-opens = Se abre
education-apply-by = Solicitar antes del
education-expires = Vence
education-reinstate-by = Reinstalar antes del
education-quiet-lines = { $count ->
    [one] { $count } regla más que ahora no te pide nada
   *[other] { $count } reglas más que ahora no te piden nada
}
education-good-to-know = Conviene saber
education-rules-in-force = Reglas vigentes
education-rules-version = versión { $id }
education-verdict-stands-on = este veredicto se apoya en { $sure }.

# A requirement, and its proof. $count: credits.
education-line-met = Cumplido
education-line-not-met = No cumplido
education-line-unknown = No se sabe
education-line-does-not-apply = No se aplica
education-line-limit = Límite
education-line-nothing-asked = No se pide nada
education-line-at-most-daily = como máximo { $hours } al día
education-line-another-way = de otra manera
education-special-case = Se aplica un caso especial:
education-applies-not = Lo que exige esta regla no es tu caso, así que no se pide nada.
education-window = Pueden contar los créditos completados del { $from } al { $until }.
education-nothing-counts = Ninguno de tus créditos cuenta aquí todavía.
education-its-parts = Sus partes
education-instead = En su lugar sirve cualquiera de estos
education-carried = (arrastrado)
education-counted-hours = { $count ->
    [one] Cuentan: { $hours } de { $count } crédito
   *[other] Cuentan: { $hours } de { $count } créditos
}
education-counted = { $count ->
    [one] Cuenta: { $count } crédito
   *[other] Cuentan: { $count } créditos
}
education-not-counted = { $count ->
    [one] { $count } crédito no cuenta
   *[other] { $count } créditos no cuentan
}
education-and-more = Y { $count } más.
education-to-settle = Para aclararlo
education-tell-it = Decirlo
education-source = Fuente
education-source-checked = Consultada el { $day }; { $sure }.
education-source-confirm = Confírmalo con { $body }.

# Columns of tables.
education-column-credit = Crédito
education-column-credential = Credencial
education-column-completed = Completado
education-column-hours = Horas
education-column-counts = Cuenta para
education-column-document = Certificado
education-column-verdict = Veredicto

# The picture of periods and deadlines.
education-timeline = Períodos y plazos
education-timeline-as-table = Los mismos días en una tabla
education-timeline-on = El { $day }.
education-timeline-row = { $name }: del { $from } al { $until }, { $verdict }.
education-key-period = período
education-key-window = se aceptan solicitudes
education-key-deadline = plazo para solicitar
education-key-end = vence

# The ledger. $count: credits.
education-ledger-title = Tus créditos
education-ledger-caption = Créditos, los más recientes primero
education-ledger-empty = Aún no hay créditos
education-ledger-empty-text = Pega un número de actividad para agregar tu primer crédito, o importa tu historial o una hoja de cálculo.
education-add = Agregar un crédito
education-import = Importar muchos
education-documents = Documentos
education-found = { $count ->
    [0] Ningún crédito es así.
    [one] { $count } crédito, { $hours }.
   *[other] { $count } créditos, { $hours }.
}
education-found-without-hours = { $count ->
    [one] Uno de ellos no dice sus horas.
   *[other] { $count } de ellos no dicen sus horas.
}
education-show-all = Mostrar todos
education-filter = Buscar créditos
education-filter-text = Palabras
education-filter-year = Año
education-filter-topic = Tema
education-filter-format = Formato
education-filter-for = Cuenta para
education-filter-documented = Certificado
education-filter-any = Cualquiera
education-filter-do = Buscar
education-documented = guardado
education-not-documented = falta
education-kept = Guardado
education-not-kept = Falta
education-totals = Totales
education-by-year = Por año
education-by-topic = Por tema
education-by-format = Por formato
education-counts-nowhere = Ahora para nada
education-no-renewal-looks = Nada de lo que tienes lo toma en cuenta.

# A credit and its fields.
education-the-credit = El crédito
education-field-uan = Número de actividad (UAN)
education-field-title = Título
education-field-provider = Proveedor
education-field-completed = Completado el
education-field-hours = Horas de contacto
education-field-format = Formato
education-field-audience = Dirigido a
education-field-topics = Temas
education-field-law-of = De quién es la ley, si trata de leyes
education-field-kind = Tipo de actividad
education-field-accreditation = Acreditado por
education-field-academic-credits = Créditos académicos
education-field-grade = Calificación
education-hint-uan = Como en el certificado: 0107-0000-26-021-L03-T. Déjalo vacío si no hay.
education-hint-hours = 1, 1.5 o 0.75; 0.1 CEU es 1 hora.
education-hint-accreditation = acpe, o board:tx para una junta de farmacia; varios con comas. Vacío: no se sabe.
education-not-known-yet = No se sabe
education-other-topics = Otros temas, con comas
education-federal-law = Federal (EE. UU.)
education-more-fields = Otros tipos de actividad, acreditación, cursos universitarios
education-accredited-by-nobody = Nadie lo acredita
education-format-live = En vivo
education-format-live-online = En vivo por internet
education-format-home = Estudio en casa
education-format-not-told = No se dice
education-audience-technician = Técnicos
education-audience-pharmacist = Farmacéuticos
education-audience-both = Ambos
education-kind-ce = Educación continua
education-kind-college-course = Curso universitario
education-kind-in-service = Capacitación en el trabajo con un farmacéutico
education-kind-presentation = Presentación que diste
education-kind-volunteer = Voluntariado de salud
education-kind-board-meeting = Reunión de una junta de farmacia
education-kind-exam = Examen aprobado
education-kind-life-support = Soporte vital (ACLS, PALS)
education-kind-course = Curso con nombre, sin horas

# A new credit.
education-new-title = Agregar un crédito
education-paste = Pega el número de actividad o el texto del certificado
education-paste-hint = El número se ve así: 0107-0000-26-021-L03-T. Dice el formato, el tema y para quién se hizo.
education-fill = Llenar con el número
education-filled-from-number = El número es de { $year }, del proveedor { $provider }. Lo que dice ya está abajo.
education-filled-from-document = Lo que { $name } parece decir ya está abajo. Compáralo con el papel.
education-document-without-text = De este archivo no se puede leer texto, como en una foto o un escaneo. Escribe lo que dice.
education-still-to-tell = Falta decir: { $fields }.
education-ask-title = ¿Cómo se llama en el certificado?
education-ask-provider = ¿Quién lo dio?
education-ask-hours = ¿Cuántas horas de contacto dio?
education-ask-completed = ¿Qué día lo completaste?
education-ask-format = ¿Fue en vivo o estudio en casa?
education-ask-law-of = ¿De quién es la ley: de un estado o federal?
education-doubt-audiences = Hay un número para cada público; se toma el de los técnicos.
education-doubt-numbers = Contiene varios números de actividad: { $numbers }. Elige el tuyo.
education-doubt-hours = Se pueden leer varias cantidades de horas: { $hours }. Elige la correcta.
education-doubt-days = Contiene varios días: { $days }. Elige el día en que lo completaste.
education-certificate = Certificado
education-certificate-file = Archivo, si lo tienes
education-certificate-kept = { $name } ({ $size }) está guardado y será de este crédito.
education-same = Ya tienes esta actividad, y cuenta una sola vez:
education-same-again = Agregarla de todos modos
education-save = Guardar
education-cancel = Cancelar

# What is wrong with what was typed. $typed: that.
education-fault-day = “{ $typed }” no es un día. Escríbelo así: AAAA-MM-DD.
education-fault-no-day = Di qué día se completó.
education-fault-to-come = Ese día aún no llega. Un crédito se agrega cuando ya está completado.
education-fault-hours = “{ $typed }” no es una cantidad de horas. Escribe 1, 1.5 o 0.75.
education-fault-too-long = Es demasiado largo. Se guardan { $count } letras como máximo.
education-fault-nothing-pasted = Primero pega un número de actividad o elige el archivo del certificado.
education-fault-no-number = Esto no es un número de actividad. Tiene seis partes: 0107-0000-26-021-L03-T.
education-fault-no-number-in-text = En este texto no hay ningún número de actividad. Se ve así: 0107-0000-26-021-L03-T.
education-fault-several-numbers = Este texto tiene los números de varias actividades. Pega uno de ellos: { $numbers }.

# The page of a credit.
education-edit = Editar
education-edit-title = Editar el crédito
education-remove = Quitar
education-removed-title = Un crédito quitado
education-removed-text = Este crédito se quitó. Cada una de sus versiones de abajo se puede recuperar.
education-where-it-counts = Dónde cuenta
education-certificates = Certificados
education-no-certificate = No hay certificado guardado. Las juntas lo piden en una auditoría.
education-attach = Adjuntar un certificado
education-history = Historial
education-restore = Recuperar esta versión
education-look-again = Míralo otra vez
education-disagrees-uan = Su número de actividad no es válido: se necesitan seis partes, como en 0107-0000-26-021-L03-T.
education-disagrees-format = El formato no es el que dice su número de actividad.
education-disagrees-audience = No está dirigido a quienes dice su número de actividad.
education-disagrees-completed = Se completó antes del año de su número.
education-disagrees-accreditation = Una actividad con ese número está acreditada por ACPE, pero no se dice.
education-disagrees-law-of = Su número no trata de leyes, pero se indica una jurisdicción.
education-disagrees-topics = Un tema no es el que dice su número de actividad.

# In the history. $title: the credit’s.
education-history-added = Se agregó { $title }
education-history-changed = Se cambió { $title }
education-history-removed = Se quitó { $title }
education-history-restored = Se recuperó { $title }
