# Lo que comparten todas las páginas.

# How far a day is.
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
