# Rooms and titles.

certifications-title = Lo que tengo
certifications-room-held = Lo que tengo
certifications-room-eligibility = Lo que puedo obtener
certifications-crumbs = Dónde está esta página
certifications-add = Agregar una credencial
certifications-deadlines = Todas las fechas límite
certifications-none-title = Todavía no hay nada
certifications-none-text = Agrega la licencia, el registro o la certificación que tienes. Rung te dirá qué pide, cuándo renovar y qué falta.
certifications-none-add = Agregar lo que tengo
certifications-none-look = Ver lo que puedo obtener

## A card.

certifications-edit = Editar
certifications-rules = Sus reglas
certifications-fact-opens = Se abre la renovación
certifications-fact-file-by = Solicitar antes del
certifications-fact-reinstate-by = Reinstalar antes del
certifications-so-far = Renovaciones y pagos hasta ahora
certifications-next = Qué sigue
certifications-documents = Documentos
certifications-add-document = Agregar un documento
certifications-picture = Del { $from } al { $to }; ha pasado el { $percent } por ciento.

## How it stands.

certifications-is-active = Vigente
certifications-is-for-life = No vence
certifications-is-renewable = Hora de renovar
certifications-is-filed = Renovación enviada
certifications-is-returned = Renovación devuelta
certifications-is-lapsed = Vencida, se puede recuperar
certifications-is-expired = Vencida
certifications-is-undated = Falta la fecha de vencimiento
certifications-is-unlisted = No está en el catálogo
certifications-dead-zone = Las horas completadas del { $from } al { $to }, entre el envío y la aprobación, no cuentan para ningún período.
certifications-dead-zone-now = Estás entre el envío y la aprobación: las horas completadas del { $from } al { $to } no cuentan para ningún período.
certifications-dead-zone-open = Tu renovación todavía no está aprobada: las horas completadas desde el { $from } hasta el día de la aprobación no cuentan para ningún período.

## Fields of a credential.

certifications-field-credential = Credencial
certifications-field-credential-hint = Escribe un estado, un organismo o un nombre, por ejemplo “Texas” o “CPhT”, y elige.
certifications-field-number = Número
certifications-field-issued = Emitida por primera vez
certifications-field-expires = Vence
certifications-field-status = Estado
certifications-field-period = Período
certifications-field-renewal = Renovación
certifications-field-fee = Pago hecho
certifications-status-active = Vigente
certifications-status-inactive = Inactiva
certifications-status-suspended = Suspendida
certifications-status-revoked = Revocada
certifications-status-surrendered = Entregada
certifications-renewals = Renovaciones
certifications-renewals-hint = El día en que la enviaste, el día en que te la devolvieron, si pasó, y el día en que se aprobó. Después de una aprobación, escribe arriba la nueva fecha de vencimiento.
certifications-column-filed = Enviada
certifications-column-returned = Devuelta
certifications-column-approved = Aprobada
certifications-fees-paid = Pagos hechos
certifications-fees-paid-hint = Lo que pagaste por ella, en dólares. Para tus cuentas y para un empleador que te reembolsa.
certifications-column-usd = Dólares
certifications-column-paid = Pagado el
certifications-column-what = Por qué
certifications-periods = Períodos con fechas propias
certifications-periods-hint = Solo si un período no se deduce de la fecha de vencimiento, por ejemplo, después de una prórroga.
certifications-column-from = Desde
certifications-column-to = Hasta
certifications-renewal-filed = Enviada el { $day }
certifications-renewal-returned = devuelta el { $day }
certifications-renewal-approved = aprobada el { $day }
certifications-renewal-pending = todavía sin aprobar

## The form.

certifications-add-title = Agrega lo que tienes
certifications-save = Guardar
certifications-cancel = Cancelar
certifications-choose-one = ¿Cuál quieres decir?
certifications-kept-as-it-came = Se conserva como vino en tu archivo:
certifications-remove = Quitar esta credencial
certifications-remove-text = Se quita de tu expediente. Puedes deshacerlo, y su historial queda.
certifications-remove-do = Quitarla
certifications-removed-title = Esta credencial se quitó
certifications-removed-text = Ya no está en tu expediente. Puedes recuperar cualquiera de sus versiones.
certifications-history = Historial
certifications-restore = Recuperar esta versión

## Faults.

certifications-fault-summary = { $count ->
    [one] Hay que revisar un campo.
   *[other] Hay que revisar { $count } campos.
}
certifications-fault-no-credential = Di qué credencial es.
certifications-fault-unknown-credential = Ninguna credencial tiene ese nombre. Escribe una parte, como el estado o el organismo.
certifications-fault-several = Varias credenciales coinciden. Elige una abajo.
certifications-fault-day = Esto no es una fecha. Escríbela así: 2027-05-31.
certifications-fault-no-day = Escribe la fecha.
certifications-fault-before-issue = Es anterior a la emisión, { $day }.
certifications-fault-before-begin = Es anterior al comienzo, { $day }.
certifications-fault-before-filing = Es anterior al envío, { $day }.
certifications-fault-amount = Esto no es una cantidad. Escríbela así: 55 o 62.40.
certifications-fault-hours = Escribe las horas por semana, por ejemplo 36, como máximo 168.
certifications-fault-long = Es demasiado largo: como máximo { $most } caracteres.
certifications-fault-old-question = Esta pregunta ya no está abierta. Vuelve a cargar la página; no se cambió nada.

## In the history. $what: the credential, or what was answered.

certifications-history-added = Agregado: { $what }
certifications-history-changed = Cambiado: { $what }
certifications-history-removed = Quitado: { $what }
certifications-history-restored = Recuperada una versión anterior de { $what }
certifications-history-yes = Respondido sí: { $what }
certifications-history-no = Respondido no: { $what }
certifications-history-forgot = Respuesta retirada: { $what }
certifications-history-born = Indicada la fecha de nacimiento
certifications-history-education = Indicada la formación: { $what }
certifications-history-work = Indicado el trabajo desde el { $day }

## Eligibility at a glance.

certifications-eligibility-title = Lo que puedo obtener
certifications-answer-held = La tienes
certifications-answer-yes = Puedes solicitarla
certifications-answer-unknown = Todavía no se sabe
certifications-answer-no = Todavía no
certifications-counts = Todas las credenciales por respuesta
certifications-filter-of = Estado u organismo
certifications-filter-all = Todos
certifications-filter-bodies = Organismos de certificación
certifications-filter-jurisdictions = Estados y distritos
certifications-filter-answer = Respuesta
certifications-filter-any = Cualquiera
certifications-filter-show = Mostrar
certifications-none-fits = Ninguna credencial coincide.
certifications-show-all = Mostrar todas
certifications-group = Puedes solicitar { $can } de { $all }
certifications-and-more = y { $count } más
certifications-open-conditions = { $count ->
    [one] Lo aclararía una respuesta
   *[other] Lo aclararían { $count } respuestas
}

## Eligibility for one credential.

certifications-rules-page = Todas sus reglas
certifications-i-hold-it = Ya la tengo
certifications-lead-held = La tienes.
certifications-lead-held-until = La tienes; es válida hasta el { $day }.
certifications-lead-yes = Según tu expediente, cumples todas las condiciones de al menos un camino.
certifications-lead-unknown = Tu expediente todavía no dice lo suficiente. Responde lo que se pregunta abajo.
certifications-lead-no = Según tu expediente, en cada camino falta una condición. Mira abajo qué la cumpliría.
certifications-conditions = { $met } de { $all } condiciones cumplidas
certifications-no-condition = No se pide nada antes de solicitarla.
certifications-met = Cumplida
certifications-not-met = No cumplida
certifications-unknown = No se sabe
certifications-would-meet = Qué la cumpliría:
certifications-see-eligibility = Credenciales de las que se trata:
certifications-to-settle = Para aclararlo
certifications-tell = En mi caso sí: indicarlo
certifications-asked-above = Esto se pregunta arriba.
certifications-then = Después, con la solicitud
certifications-total = En total { $usd }
certifications-total-known = Al menos { $usd }; no se conocen todos los precios
certifications-fees = Costos
certifications-since = Desde el { $day }
certifications-exam = Examen
certifications-exam-questions = Preguntas
certifications-exam-minutes = Minutos
certifications-exam-score = Puntaje para aprobar
certifications-exam-score-of = { $score } en una escala de { $low } a { $high }
certifications-exam-where = Dónde

## Questions and their answers.

certifications-ask-whether = ¿Es así?
certifications-ask-expires = Escribe el día en que vence { $what }
certifications-ask-birth-date = Tu fecha de nacimiento
certifications-ask-school = Qué has terminado
certifications-ask-school-name = Nombre de la escuela
certifications-ask-finished = Terminado el
certifications-ask-program = Nombre del programa de capacitación
certifications-ask-provider = Quién lo dio
certifications-ask-recognised = Quién lo reconoce o acredita
certifications-ask-employer = Empleador
certifications-ask-from = Trabajaste allí desde
certifications-ask-until = Hasta (vacío si todavía trabajas allí)
certifications-ask-hours = Horas por semana
certifications-ask-setting = Dónde
certifications-ask-duties = Qué hacías allí
certifications-not-known = No lo sé
certifications-somebody-else = Otra entidad
certifications-elsewhere = En otro lugar
certifications-yes = Sí
certifications-no = No
certifications-tell-it = Indicarlo
certifications-told-yes = Respondiste que sí: { $what }.
certifications-told-no = Respondiste que no: { $what }.
certifications-change-to-yes = Cambiar a sí
certifications-change-to-no = Cambiar a no
certifications-forget = Retirar la respuesta
