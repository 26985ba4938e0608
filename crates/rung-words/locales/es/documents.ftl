# All documents. $count: how many; $size: how large together.
documents-title = Documentos
documents-empty = Aún no hay documentos
documents-empty-text = Guarda aquí tus certificados. Lo que dice un PDF llena el crédito, y las juntas piden el papel en una auditoría.
documents-add = Agregar un documento
documents-to-credits = Tus créditos
documents-found = { $count ->
    [one] { $count } documento, { $size }.
   *[other] { $count } documentos, { $size }.
}
documents-caption = Documentos, los más recientes primero
documents-column-name = Nombre
documents-column-belongs-to = Es de
documents-column-added = Agregado
documents-column-size = Tamaño
documents-belongs-to-nothing = Nada todavía

# Adding one.
documents-new-title = Agregar un documento
documents-new-text = Un certificado, una licencia, una carta. Se queda en este equipo y está en cada copia de seguridad.
documents-will-belong-to = Será de
documents-file = Archivo
documents-keep = Guardarlo
documents-cancel = Cancelar
documents-fault-none = Primero elige un archivo.

# One document. $kind: PDF, PNG or JPG; $size; $day: when it was added; $name: of the file.
documents-facts = { $kind }, { $size }, agregado el { $day }.
documents-all = Todos los documentos
documents-open = Abrir el archivo
documents-remove = Quitar
documents-belongs-to = Es de
documents-unlinked-text = Aún no es de nada. Haz un crédito con lo que dice o vincúlalo con lo que tienes.
documents-make-credit = Hacer un crédito con él
documents-unlink = Desvincular
documents-remove-after-unlinking = Se puede quitar cuando ya no sea de nada.
documents-link-to = Vincularlo con
documents-link = Vincular
documents-preview = Lo que contiene
documents-text = El texto que se puede leer:
documents-no-text = De este PDF no se puede leer texto, como en un escaneo. Abre el archivo para verlo.
documents-picture = Imagen de { $name }
documents-hash = Huella digital (SHA-256)

# In the history. $name: the file’s.
documents-history-linked = Se vinculó { $name }
documents-history-unlinked = Se desvinculó { $name }
documents-history-removed = Se quitó el documento { $name }
