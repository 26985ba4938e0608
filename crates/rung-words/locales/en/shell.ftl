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

# The menu, and the frame of every page.
shell-room-today = Today
shell-room-plan = Plan
shell-room-certifications = Certifications
shell-room-education = Education
shell-room-explore = Explore
shell-room-rules = Rules
shell-room-record = Your record
shell-menu = Areas
shell-tools = Tools
shell-search = Search
shell-skip-to-page = Skip to the page
shell-brand-label = Rung, first page
shell-disclaimer = Rung informs; it is not legal advice. Check with the board or body named before you act.
shell-runs-here = Runs on this machine. What you keep stays here; nothing is sent anywhere.
shell-undo = Undo
shell-look-language = Language
shell-look-theme = Colors
shell-theme-system = As the system
shell-theme-light = Light
shell-theme-dark = Dark
shell-theme-contrast = High contrast

# While a sample technician is loaded. $name: the technician's.
shell-sample-loaded = Sample
shell-sample-loaded-is = { $name } is made up. Try anything: your own record is not touched.
shell-sample-remove = Remove the sample
