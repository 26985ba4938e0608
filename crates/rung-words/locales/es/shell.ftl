# Lo que comparten todas las páginas.

# How far a day is.
shell-yesterday = ayer
shell-today = hoy
# $count: days from today.
shell-days-left = { $count ->
    [one] queda { $count } día
   *[other] quedan { $count } días
}
# $count: days before today.
shell-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}

# The menu, and the frame of every page.
shell-room-today = Hoy
shell-room-plan = Plan
shell-room-certifications = Certificaciones
shell-room-education = Educación
shell-room-explore = Explorar
shell-room-rules = Reglas
shell-room-record = Tu expediente
shell-menu = Áreas
shell-tools = Herramientas
shell-search = Buscar
shell-skip-to-page = Ir al contenido
shell-brand-label = Rung, página de inicio
shell-runs-here = Funciona en este equipo. Lo que guardas se queda aquí; no se envía nada a ninguna parte.
shell-undo = Deshacer
shell-look-language = Idioma
shell-look-theme = Colores
shell-theme-system = Como el sistema
shell-theme-light = Claro
shell-theme-dark = Oscuro
shell-theme-contrast = Alto contraste

# While a sample technician is loaded. $name: the technician's.
shell-sample-loaded = Muestra
shell-sample-loaded-is = { $name } es una persona inventada. Prueba lo que quieras: tu propio expediente no se toca.
shell-sample-remove = Quitar la muestra

# Two tabs changed the same thing.
shell-conflict-changed = Se cambió mientras tanto
shell-conflict-changed-text = Alguien, quizás tú en otra pestaña, cambió esto después de que lo abriste. No se sobrescribió nada y lo que escribiste sigue abajo. Compara los dos; luego guarda el tuyo encima o deja lo que hay.
shell-conflict-same = Lo que escribiste es lo que hay ahora.
shell-conflict-both = En qué difieren
shell-conflict-field = Campo
shell-conflict-typed = Escribiste
shell-conflict-now = Lo que hay ahora
shell-conflict-take = Dejar lo que hay ahora
shell-conflict-removed = Se quitó mientras tanto
shell-conflict-removed-text = Alguien, quizás tú en otra pestaña, quitó esto después de que lo abriste. Lo que escribiste sigue abajo: guárdalo para recuperarlo como lo escribiste, o déjalo quitado.
shell-conflict-leave = Dejarlo quitado
shell-conflict-look-again = No se hizo nada. Abajo está lo que hay ahora: míralo y hazlo otra vez si aún lo quieres.
shell-conflict-save-mine = Guardar el mío encima

# Where something is written.
shell-source = Fuente
shell-source-checked = Revisada el { $day };
shell-source-confirm = Confírmalo con: { $body }.
# A ring of requirements, for who does not see it. $met and $all: how many.
shell-ring = { $met } de { $all } requisitos cumplidos

# A list of several pages.
shell-pages = Páginas
shell-pages-before = Anterior
shell-pages-after = Siguiente
# $number and $all: which page of how many.
shell-pages-here = Página { $number } de { $all }

# Files that are sent. $megabytes: the most that is kept.
shell-file-hint = PDF, PNG o JPEG, de { $megabytes } MB como máximo.
shell-file-empty = El archivo está vacío. Elige otro.
shell-file-heic = Es una foto HEIC, que la mayoría de los programas no pueden mostrar. En el iPhone, elige Ajustes, Cámara, Formatos, El más compatible, y tómala otra vez; o ábrela, elige Compartir, Guardar en Archivos como PDF, y agrega ese archivo.
shell-file-other-type = Este archivo no es un PDF ni una imagen PNG o JPEG. Guárdalo como PDF y agrega ese.
shell-file-too-large = El archivo pesa más de { $megabytes } MB. Escanéalo en blanco y negro o con menos puntos por pulgada.
# $count: a whole number.
shell-size-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
shell-size-kb = { $count } kB
shell-size-mb = { $count } MB
# In the history. $name: the file's.
shell-history-document-added = Se agregó el documento { $name }

# A file that is chosen, dropped or pasted.
shell-file = Archivo
shell-paste-instead = Pegar su texto en vez del archivo
shell-paste-label = Texto del archivo
shell-drop-here = Suelta el archivo para leerlo
shell-drop-hint = O suelta el archivo en cualquier parte de esta página, o pega su texto.
shell-drop-one = Trae un archivo a la vez.
shell-drop-large = Este archivo pasa de 32 MB. ¿Es el correcto?

# When something was changed in another tab or window.
shell-changed-elsewhere = Tu expediente cambió en otro lugar. Lo que ves y escribes aquí se queda hasta que vuelvas a cargar la página.
shell-load-again = Volver a cargar

# The palette, keys, and what makes the site installable.
shell-palette-title = Ir a …
shell-palette-hint = Una página, una regla, un estado, una credencial
shell-palette-keys = Teclas sueltas: / abre esto, g y una letra lleva a un área. Ctrl K siempre funciona.
shell-do-add-credit = Agregar un crédito
shell-do-credits = Ver tus créditos
shell-do-what-to-take = Qué tomar
shell-do-what-if = ¿Y si …?
shell-do-add-credential = Agregar una credencial que tienes
shell-do-eligibility = Lo que puedes solicitar
shell-do-add-document = Guardar un documento
shell-do-calendar = Calendario y fechas límite
shell-do-import = Traer un historial o un expediente
shell-do-export = Llevarte tu expediente
shell-do-history = Qué se cambió, y deshacer
shell-do-backups = Copias de seguridad
shell-manifest = Lo que un técnico de farmacia tiene, debe y puede llegar a ser.
shell-offline = Rung no está en marcha. Esta es una copia de la página, como estaba el { $when }; no se puede cambiar nada hasta que vuelva a funcionar.
shell-more-problems = { $count ->
    [one] Y uno más.
   *[other] Y { $count } más.
}

# How sure a fact is, and who wrote a source.
shell-tier-statute = ley o regla
shell-tier-board = la junta
shell-tier-body = el propio organismo
shell-tier-association = una asociación
shell-tier-vendor = un vendedor de cursos
shell-tier-agency = un organismo del gobierno
shell-tier-study = un estudio
shell-tier-employer = un empleador
shell-tier-press = la prensa del sector
shell-tier-other = otra página

# Answers to requests that cannot be served.
shell-fault-not-found = Esa página no existe
shell-fault-not-found-text = Puede que la dirección esté mal escrita o sea antigua.
shell-fault-form-only = Esta dirección es para un formulario
shell-fault-form-only-text = Recibe lo que envía un formulario y no se puede abrir por sí sola. Vuelve a la página del formulario.
shell-fault-host = Este no es el servidor que buscas
shell-fault-host-text = Rung solo responde a 127.0.0.1, localhost o [::1] con su puerto. Ábrelo con la dirección que mostró al empezar.
shell-fault-foreign = Este formulario vino de otro sitio
shell-fault-foreign-text = Rung solo acepta formularios de sus propias páginas. No se cambió nada. Abre Rung y llena el formulario allí.
shell-fault-old = Este formulario es demasiado antiguo
shell-fault-old-text = No se cambió nada. Vuelve, carga la página de nuevo y envía el formulario otra vez. Para eso tu navegador debe guardar las cookies de este sitio.
shell-fault-too-large = Este archivo es demasiado grande
shell-fault-too-large-text = Un expediente tiene como máximo 32 MB y un documento 15 MB. ¿Es el archivo correcto?
shell-fault-broken = Algo falló de nuestro lado
shell-fault-broken-text = Tu expediente no está dañado. Prueba otra vez; si vuelve a pasar, avísanos.
shell-fault-too-many = Demasiadas direcciones equivocadas
shell-fault-too-many-text = Alguien probó muchas direcciones que no existen. Espera un minuto y prueba de nuevo.
shell-fault-too-long = Esto tardó demasiado
shell-fault-too-long-text = La respuesta no estuvo lista en 30 segundos. Prueba otra vez, o con menos créditos.
shell-fault-broke-off-text = El formulario no llegó completo y no se cambió nada. Vuelve y envíalo otra vez.
shell-fault-unreadable = No se pudo leer
shell-fault-unreadable-text = No se entendió la solicitud.
shell-fault-value = Un valor no es correcto
shell-fault-conflict = Se cambió entretanto
shell-fault-refused = No se puede guardar así
shell-fault-missing = No está
shell-fault-store = No se pudo acceder a los datos
shell-fault-record = Este expediente todavía no se puede leer
shell-fault-near = ¿Quisiste decir…?
shell-fault-home = Ir a la primera página
shell-fault-answer = Respuesta { $status }
shell-fault-record-text = { $count ->
    [one] El expediente tiene { $count } error.
   *[other] El expediente tiene { $count } errores.
}
shell-fault-most-files = Envía como máximo { $count } archivos a la vez.
