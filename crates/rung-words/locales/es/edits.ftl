# What was done to a record. $what, $title: an entry; $day, $until: days.
edits-added = Agregaste { $what }
edits-removed = Quitaste { $what }
edits-changed = Cambiaste { $what }
edits-kept = { $what } quedó como estaba
edits-nothing = No cambiaste nada
edits-you = tus datos
edits-changed-you = Cambiaste tus datos
# $fields: what is other than before; $count: how many more.
edits-changed-fields = Cambiaste { $what }: { $fields }
edits-changed-more = Cambiaste { $what }: { $fields } y { $count } más
# $field: its name.
edits-field-gone = ya sin { $field }
# $first: what was done first; $count: how much more.
edits-and-more = { $count ->
    [one] { $first }, y uno más
   *[other] { $first }, y { $count } más
}
# $count: how many; $hours: of how many hours.
edits-added-credits = Agregaste { $count } créditos, { $hours }
edits-removed-credits = Quitaste { $count } créditos, { $hours }

# Entries that say nothing of themselves.
edits-credential = una credencial
edits-credit = un crédito
edits-work = un trabajo
edits-education = una escuela o un programa
edits-credit-of = el crédito del { $day }
edits-work-at = trabajo en { $employer }
edits-work-as = trabajo de { $role }
edits-work-since = trabajo desde el { $day }
edits-education-called = estudios: { $title }

# $title: of a credential.
edits-renewal-filed = Renovación de { $title } presentada el { $day }
edits-renewal-approved = Renovación de { $title } aprobada el { $day }
edits-renewal-approved-until = Renovación de { $title } aprobada el { $day }, válida hasta el { $until }
edits-renewal-returned = Renovación de { $title } devuelta el { $day }

# $key: what was asked.
edits-answered-yes = Respondiste que sí: { $key }
edits-answered-no = Respondiste que no: { $key }
edits-answered = Respondiste { $answer }: { $key }
edits-answer-gone = Quitaste la respuesta: { $key }

# Fields of entries.
edits-field-accreditation = acreditación
edits-field-audience = público
edits-field-birth-date = fecha de nacimiento
edits-field-completed = fecha en que se completó
edits-field-credential = credencial
edits-field-duties = tareas
edits-field-employer = empleador
edits-field-expires = vencimiento
edits-field-fees-paid = cuotas pagadas
edits-field-format = formato
edits-field-from = desde
edits-field-grade = calificación
edits-field-hours = horas
edits-field-hours-per-week = horas por semana
edits-field-issued = emisión
edits-field-kind = tipo
edits-field-law-of = ley de
edits-field-name = nombre
edits-field-number = número
edits-field-periods = períodos
edits-field-provider = proveedor
edits-field-renewals = renovaciones
edits-field-role = puesto
edits-field-setting = lugar de trabajo
edits-field-state = estado
edits-field-status = situación
edits-field-subject = materia
edits-field-title = título
edits-field-topics = temas
edits-field-uan = número de actividad
edits-field-until = hasta
