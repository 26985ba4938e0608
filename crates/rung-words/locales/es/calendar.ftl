# Events of a calendar. $title: the credential.

calendar-due = Último día para { $title }
calendar-opens = Desde hoy se puede renovar { $title }
calendar-file-by = Presenta la solicitud para renovar { $title }: último día a tiempo
calendar-renew = Renueva { $title }: último día
calendar-expires = Vence { $title }
calendar-reinstate = Reactiva { $title }: último día
calendar-ends = Termina { $title }

## What an event says.

calendar-hours = { $hours } de educación continua.
calendar-nothing-missing = No falta nada.
# A list of what is asked follows.
calendar-still-to-do = Falta:
calendar-source = Fuente: { $source }

## The page.

calendar-title = Fechas límite
calendar-name = Rung
calendar-name-of = Rung: { $name }
calendar-download = Descargar como archivo
calendar-empty-title = Todavía no se conoce ninguna fecha límite
calendar-empty-text = Agrega lo que tienes, con su fecha de vencimiento. Sus fechas límite aparecerán aquí y en tu calendario.
calendar-empty-add = Agregar lo que tengo
calendar-more = Detalles
calendar-read-source = Leer la fuente

## Links for calendar programs.

calendar-subscribe = En tu calendario
calendar-subscribe-text = Un programa de calendario que conoce una dirección secreta obtiene las fechas por sí solo: lo que cambia aquí cambia allí, con recordatorios antes de cada una.
calendar-link-name = Nombre del enlace
calendar-link-name-hint = Por ejemplo, el programa que lo usará. Un enlace para cada uno, para que puedas revocar solo uno.
calendar-link-make = Crear un enlace
calendar-links = Enlaces en uso
calendar-link-made = creado el { $day }
calendar-link-revoke = Revocar
calendar-links-revoked = { $count ->
    [one] Revocado: un enlace
   *[other] Revocados: { $count } enlaces
}
calendar-link-revoked-on = revocado el { $day }
calendar-address = Dirección secreta
calendar-address-once = Cópiala ahora: se muestra solo esta vez. Quien la conozca puede leer tus fechas límite.
# $host: this machine's name and port.
calendar-only-here = Funciona solo en esta computadora, mientras Rung esté abierto aquí en { $host }.
calendar-how-apple = Calendario de Apple en esta Mac: Archivo, Nueva suscripción a calendario, y pega la dirección. Un iPhone no puede llegar a ella.
calendar-how-outlook = Outlook en esta computadora (clásico): Agregar calendario, Desde Internet. Outlook en la web no puede llegar a ella; sube allí el archivo.
calendar-how-thunderbird = Thunderbird y otros en esta computadora: Nuevo calendario, En la red, y pega la dirección.
calendar-how-google = Google Calendar busca desde sus propios servidores y no puede llegar a esta computadora: descarga el archivo e impórtalo allí; después de un cambio, impórtalo otra vez.
calendar-fault-no-name = Dale un nombre al enlace.
calendar-fault-long = Es demasiado largo: como máximo { $most } caracteres.
calendar-fault-too-many = Hay demasiados enlaces. Revoca uno primero.
