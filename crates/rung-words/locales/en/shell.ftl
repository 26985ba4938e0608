# What every page shares.

# How far a day is.
shell-yesterday = yesterday
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

# Two tabs changed the same thing.
shell-conflict-changed = It was changed in the meantime
shell-conflict-changed-text = Somebody, perhaps you in another tab, changed this after you opened it. Nothing was overwritten, and what you typed is still below. Look at both; then save yours over it, or keep what is there.
shell-conflict-same = What you typed is what is there now.
shell-conflict-both = Where they differ
shell-conflict-field = Field
shell-conflict-typed = You typed
shell-conflict-now = There now
shell-conflict-take = Keep what is there now
shell-conflict-removed = It was removed in the meantime
shell-conflict-removed-text = Somebody, perhaps you in another tab, removed this after you opened it. What you typed is still below: save it to have it back as you typed it, or leave it removed.
shell-conflict-leave = Leave it removed
shell-conflict-look-again = Nothing was done. Below is what is there now: look at it, then do it again if you still mean it.
shell-conflict-save-mine = Save mine over it

# Where something is written.
shell-source = Source
shell-source-checked = Checked { $day };
shell-source-confirm = Confirm with: { $body }.
# A ring of requirements, for who does not see it. $met and $all: how many.
shell-ring = { $met } of { $all } requirements met

# A list of several pages.
shell-pages = Pages
shell-pages-before = Before
shell-pages-after = Next
# $number and $all: which page of how many.
shell-pages-here = Page { $number } of { $all }

# Files that are sent. $megabytes: the most that is kept.
shell-file-hint = PDF, PNG or JPEG, at most { $megabytes } MB.
shell-file-empty = The file is empty. Choose another.
shell-file-heic = This is a HEIC picture, which most programs cannot show. On the iPhone, choose Settings, Camera, Formats, Most Compatible, and take it again; or open it, choose Share, Save to Files as PDF, and add that file.
shell-file-other-type = This file is neither a PDF nor a PNG or JPEG picture. Save it as PDF and add that.
shell-file-too-large = The file is larger than { $megabytes } MB. Scan it in black and white or with fewer dots per inch.
# $count: a whole number.
shell-size-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
shell-size-kb = { $count } kB
shell-size-mb = { $count } MB
# In the history. $name: the file's.
shell-history-document-added = Added the document { $name }

# A file that is chosen, dropped or pasted.
shell-file = File
shell-paste-instead = Paste its text instead
shell-paste-label = Text of the file
shell-drop-here = Drop the file to read it
shell-drop-hint = Or drop the file anywhere on this page, or paste its text.
shell-drop-one = Bring one file at a time.
shell-drop-large = This file is larger than 32 MB. Is it the right one?

# When something was changed in another tab or window.
shell-changed-elsewhere = Your record was changed elsewhere. What you see and type here stays until you load the page again.
shell-load-again = Load again

# The palette, keys, and what makes the site installable.
shell-palette-title = Go to …
shell-palette-hint = A page, a rule, a state, a credential
shell-palette-keys = Single keys: / opens this, g and a letter goes to an area. Ctrl K always does.
shell-do-add-credit = Add a credit
shell-do-credits = Look at your credits
shell-do-what-to-take = What to take
shell-do-what-if = What if …
shell-do-add-credential = Add a credential you hold
shell-do-eligibility = What you may apply for
shell-do-add-document = Keep a document
shell-do-calendar = Calendar and deadlines
shell-do-import = Bring in a transcript or a record
shell-do-export = Take your record with you
shell-do-history = What was changed, and undo
shell-do-backups = Backups
shell-manifest = What a pharmacy technician holds, owes and can become.
shell-offline = Rung is not running. This is a copy of the page, as it was on { $when }; nothing can be changed until it runs again.
shell-more-problems = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

# How sure a fact is, and who wrote a source.
shell-tier-statute = statute or rule
shell-tier-board = the board
shell-tier-body = the body itself
shell-tier-association = an association
shell-tier-vendor = a seller of courses
shell-tier-agency = a government agency
shell-tier-study = a study
shell-tier-employer = an employer
shell-tier-press = the trade press
shell-tier-other = another page

# Answers to requests that cannot be served.
shell-fault-not-found = There is no such page
shell-fault-not-found-text = The address may be mistyped, or old.
shell-fault-form-only = This address is for a form
shell-fault-form-only-text = It takes what a form sends, and cannot be opened by itself. Go back to the page with the form.
shell-fault-host = This is not the server you are looking for
shell-fault-host-text = Rung answers only to 127.0.0.1, localhost or [::1] with its port. Open it by the address it printed when it started.
shell-fault-foreign = This form came from another site
shell-fault-foreign-text = Rung takes forms only from its own pages. Nothing was changed. Open Rung and fill in the form there.
shell-fault-old = This form is too old
shell-fault-old-text = Nothing was changed. Go back, load the page again and send the form once more. Your browser must keep this site's cookies for that.
shell-fault-too-large = This file is too large
shell-fault-too-large-text = A record has at most 32 MB, a document 15 MB. Is it the right file?
shell-fault-broken = Something broke on our side
shell-fault-broken-text = Your record is not damaged. Try once more; if it happens again, please report it.
shell-fault-too-many = Too many wrong addresses
shell-fault-too-many-text = Somebody tried many addresses that do not exist. Wait a minute, then try again.
shell-fault-too-long = This took too long
shell-fault-too-long-text = The answer was not ready in 30 seconds. Try once more, or with fewer credits.
shell-fault-broke-off-text = The form did not arrive whole, and nothing was changed. Go back and send it again.
shell-fault-unreadable = This could not be read
shell-fault-unreadable-text = The request was not understood.
shell-fault-value = A value is not right
shell-fault-conflict = It was changed in the meantime
shell-fault-refused = It cannot be kept like this
shell-fault-missing = It is not there
shell-fault-store = The data could not be reached
shell-fault-record = This record cannot be read yet
shell-fault-near = Did you mean
shell-fault-home = Go to the first page
shell-fault-answer = Answer { $status }
shell-fault-record-text = { $count ->
    [one] The record has { $count } fault.
   *[other] The record has { $count } faults.
}
shell-fault-most-files = Send at most { $count } files at once.
