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
