

# In the history. $what: what was done before.
account-history-undid = Deshecho: { $what }
# An undo that was undone.
account-history-redone = Restablecido: { $what }
# $file: a file's name; $credentials, $credits, $count: how many.
account-history-whole = Se tomó un expediente de { $file }: { $credentials } credenciales, { $credits } créditos
account-history-imported = { $what } (de { $file })
account-history-offerings = Se tomaron { $count } actividades (de { $file })
account-history-restored = Se restauró el expediente como estaba después de: { $what }
account-history-restored-backup = Se restauró la copia { $file }

# Your record.
account-crumbs = Dónde está esta página
account-lead = Todo lo que Rung guarda de ti es tuyo: llévatelo, tráelo, mira atrás, devuélvelo a como estaba.
account-kept-title = Lo que se guarda
account-about = Sobre Rung y sus fuentes
account-export-title = Llévatelo
account-export-text = El expediente completo en un solo archivo que cualquiera puede leer, y que Rung vuelve a leer igual.
account-export-file = Descargar el expediente
account-backup-text = Con documentos e historial es una copia de seguridad: un solo archivo con todo.
account-place-title = Dónde vive
account-place-text = En esta máquina, en archivos que solo tú puedes leer. Nada se envía a ninguna parte.
account-place-data = Datos
account-place-postgres = la base de datos PostgreSQL con la que se inició Rung

# Parts of a record. $count: how many.
account-part = Parte
account-part-now = Ahora
account-part-then = Después
account-part-backup = En la copia
account-part-differs = Qué cambia
account-part-same = igual
account-part-new = { $count } de más
account-part-gone = { $count } de menos
account-part-changed = { $count } con cambios
account-kind-person = Datos personales
account-kind-credentials = Credenciales
account-kind-credits = Créditos
account-kind-work = Trabajo
account-kind-education = Escuelas y títulos
account-kind-facts = Respuestas
account-kind-settings = Ajustes
account-kind-offerings = Actividades por tomar
account-kind-documents = Documentos
account-kind-extra = Otros campos
account-kind-history = Cambios en el historial

# Bringing a file in. $count: how many.
account-import-title = Traer un archivo
account-import-text = Un historial de créditos, una hoja de cálculo, actividades por tomar o un expediente completo. Ves lo que se haría antes de que se guarde nada.
account-import-look = Verlo
account-import-nothing = Elige un archivo o pega su texto.
account-import-gone = El archivo ya no espera aquí: espera una hora como máximo. Elígelo otra vez.
account-import-changed = Tu expediente cambió mientras tanto. Míralo otra vez: esto es lo que se haría ahora.
account-import-pasted = texto pegado
account-import-pdf-without-text = Este PDF no tiene texto que se pueda leer. Guarda el historial como CSV, o copia su texto y pégalo.
account-import-faulty-title = Este archivo no se puede leer
account-import-faulty = { $count ->
    [one] Tiene un error. No se guardó nada.
   *[other] Tiene { $count } errores. No se guardó nada.
}
account-read-as-record = un expediente completo
account-read-as-offerings = actividades que se pueden tomar
account-read-as-transcript = un historial de CPE Monitor
account-read-as-transcript-text = el texto de un historial de CPE Monitor
account-read-as-sheet = una hoja de cálculo

# The preview. $count: how many; $number: a line's number.
account-preview-title = Lo que se haría
account-preview-parts = Tu expediente junto al archivo
account-preview-nothing-new = Todo lo que tiene ya está. No hay nada que hacer.
account-preview-replaces = El archivo toma el lugar de todo tu expediente. Se puede deshacer.
account-preview-take = Tomarlo
account-preview-replace = Reemplazar mi expediente
account-preview-leave = Dejarlo
account-preview-add = { $count ->
    [0] Tomarlo
    [one] Agregar { $count } crédito
   *[other] Agregar { $count } créditos
}
account-preview-add-offerings = { $count ->
    [one] Tomar { $count } actividad
   *[other] Tomar { $count } actividades
}
account-preview-offerings = Actividades del archivo
account-preview-columns = Qué columna se tomó por qué
account-preview-credits = Créditos del archivo
account-tally-new = de más
account-tally-there = ya están
account-tally-differ = están de otra forma
account-tally-unread = no se entienden
account-column-title = Título
account-column-credit = Crédito
account-column-day = Completado
account-column-hours = Horas
account-column-price = Precio
account-column-becomes = Qué pasa con él
account-becomes-new = Se agrega
account-becomes-there = Ya está
account-becomes-differs = Está de otra forma
account-conflict-question = { $count ->
    [one] Un crédito está con otra fecha u otras horas. ¿Qué se hace con él?
   *[other] { $count } créditos están con otra fecha u otras horas. ¿Qué se hace con ellos?
}
account-conflict-leave = Dejar el mío como está
account-conflict-replace = Poner el del archivo en su lugar
account-conflict-add = Conservar los dos
account-unread-title = { $count ->
    [one] Una línea no se entiende
   *[other] { $count } líneas no se entienden
}
account-unread-text = Se dejan fuera; todo lo demás se puede tomar. Corrígelas en el archivo y tráelo otra vez: lo que ya está no se duplica.
account-line = Línea { $number }

# The history. $count: how many; $what: a batch's title.
account-history-title = Historial
account-history-text = Todo lo que se hizo, lo más nuevo primero. Cada cosa se puede deshacer, y el expediente se puede devolver a como estaba.
account-history-empty = Todavía no se hizo nada.
account-history-newest = Lo más nuevo
account-history-older = Más antiguo
account-history-entries = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}
account-history-undone = deshecho
account-history-undo-this = Deshacer: { $what }
account-history-as-it-was = El expediente como estaba entonces
account-history-no-entries = No cambió ninguna entrada.
account-actor-you = tú
account-actor-command-line = la línea de comandos
account-entry-added = Agregado
account-entry-removed = Quitado
account-entry-changed = Cambiado
account-entry-field = Campo
account-entry-before = Antes
account-entry-after = Después
account-as-it-was-title = El expediente como estaba
account-as-it-was-after = Después de: { $what }
account-as-it-was-parts = Tu expediente junto a como estaba
account-as-it-was-same = Es igual que ahora.
account-as-it-was-restore = Dejarlo así otra vez
account-as-it-was-text = Los ajustes, las actividades por tomar y los documentos se quedan como están. Es un cambio más, y se puede deshacer.

# Backups. $count: how many; $program: a version of Rung.
account-backups-title = Copias de seguridad
account-backups-text = Una copia lo guarda todo: expediente, documentos, historial. Rung hace una por sí mismo cada día que funciona y conserva una selección; las que haces tú se quedan hasta que las quites.
account-backups-none = Todavía no hay ninguna copia.
account-backups-list = Copias en esta máquina
account-backup-make = Hacer una copia ahora
account-backup-made = La copia se hizo, se abrió y está completa.
account-backup-restored = La copia se restauró. Lo que había antes también se guardó como copia.
account-backup-file = Archivo
account-backup-kind = Hecha
account-backup-when = Cuándo
account-backup-size = Tamaño
account-backup-scheduled = por sí misma
account-backup-before-restore = antes de restaurar
account-backup-by-hand = por ti
account-backup-sound = Se acaba de abrir: cada cuenta y cada suma de control es como debe ser.
account-backup-damaged = Esta copia no está completa
account-backup-holds = Lo que guarda junto a lo que hay
account-backup-made-by = Hecha por Rung { $program }
account-backup-download = Descargarla
account-restore-title = Restaurarla
account-restore-since = { $count ->
    [one] Desde entonces se hizo un cambio, que se perdería.
   *[other] Desde entonces se hicieron { $count } cambios, que se perderían.
}
account-restore-text = Lo que hay ahora se guarda antes como copia, para que puedas volver.
account-restore-sure = Sí, poner esta copia en el lugar de lo que hay ahora
account-restore-do = Restaurar
account-restore-not-sure = Marca la casilla si es lo que quieres. No se cambió nada.

# Removing everything. $word: the word to type.
account-delete-title = Borrar todo
account-delete-short = Tu expediente, documentos, historial y enlaces de calendario se quitan para siempre.
account-delete-go = Borrar todo …
account-delete-text = Tu expediente, sus documentos, su historial, los ajustes y los enlaces de calendario se quitan de esta máquina. No se puede deshacer.
account-delete-sample = Hay una muestra abierta, donde puedes probar lo que quieras, así que tu propio expediente no se borra desde aquí. Quita primero la muestra y luego vuelve.
account-delete-export-first = Descargar antes el expediente
account-delete-word = borrar
account-delete-label = Escribe "{ $word }" para confirmar
account-delete-backups = Quitar también las copias de seguridad de esta máquina
account-delete-do = Borrar todo
account-delete-leave = Conservarlo
account-delete-fault = Escribe la palabra "{ $word }". No se quitó nada.

# Which column of a spreadsheet is which.
account-columns = Corregir las columnas
account-columns-text = Di qué columna es cuál donde se tomó mal, y míralo otra vez.
account-columns-guess = Como se supuso
account-columns-none = No hay tal columna
account-columns-dates = Fechas como 2/11/2026
account-columns-month-first = primero el mes
account-columns-day-first = primero el día
account-columns-hours-in = Un número solo cuenta
account-columns-in-hours = horas
account-columns-in-ceu = CEU (0.1 es una hora)
account-columns-in-minutes = minutos
account-columns-look = Mirar otra vez
account-column-number = Número de actividad
account-column-provider = Proveedor

# Lines that look like credits and cannot be read. $seen: what is written there.
account-unread-no-day = No tiene la fecha en que se completó
account-unread-not-a-day = “{ $seen }” no es una fecha (escribe 2026-02-11 o 2/11/2026, con el mes primero)
account-unread-no-such-day = “{ $seen }” no es una fecha: ese día no existe
account-unread-day-number = { $seen } es el número de día de una hoja de cálculo: muestra la columna como fechas y guárdala otra vez como CSV
account-unread-not-hours = “{ $seen }” no es un número de horas (escribe 1.5, 0.15 CEU o 90 min)
account-unread-negative = “{ $seen }” es menos que cero
account-unread-too-fine = “{ $seen }” es más fino que un segundo (escribe dos decimales)
account-unread-too-many = “{ $seen }” son más horas de las que puede haber
account-unread-only-a-day = Tiene una fecha, pero ni título ni número ni horas
account-unread-too-long = Es más larga que cualquier fila de un historial
account-unread-no-day-in-front = No empieza con una fecha
account-unread-no-hours-at-end = No termina con las horas en vivo y las horas en casa
account-unread-no-number = Después de la fecha no sigue un número de actividad
account-unread-behind-hours = Está después de las horas de una fila

# What to do about such a line.
account-remedy-correct-day = Corrige la fecha en la tabla
account-remedy-write-day = Escribe la fecha en la tabla
account-remedy-correct-hours = Corrige las horas en la tabla
account-remedy-by-hand = Agrega el crédito a mano
account-remedy-compare = Compáralo con el historial

# Whether a transcript adds up. $hours, $read: what was read; $stated: what it says.
account-total-agrees = Los créditos suman el total que indica el historial, { $hours }.
account-total-differs = Los créditos leídos suman { $read }, pero el historial dice { $stated }: compáralo línea por línea antes de importarlo.
account-total-not-stated = Los créditos suman { $hours }; el historial no indica un total.

# What is not the same. $here: in the file; $there: in the record.
account-differs-day = la fecha es el { $here }, en tu expediente el { $there }
account-differs-hours = las horas son { $here }, en tu expediente { $there }
