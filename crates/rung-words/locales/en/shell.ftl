# What every page shares.

# How far a day is.
shell-today = today
# $count: days from today.
shell-days-left = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
}
# $count: days before today.
shell-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
