

# In the history. $what: what was done before.
account-history-undid = Undid: { $what }
# An undo that was undone.
account-history-redone = Restored: { $what }
# $file: a file's name; $credentials, $credits, $count: how many.
account-history-whole = Took over a record from { $file }: { $credentials } credentials, { $credits } credits
account-history-imported = { $what } (from { $file })
account-history-offerings = Took in { $count } activities (from { $file })
account-history-restored = Restored the record as it was after: { $what }
account-history-restored-backup = Restored the backup { $file }

# Your record.
account-crumbs = Where this page is
account-lead = Everything that Rung keeps of you is yours: take it away, bring it in, look back, put it back.
account-kept-title = What is kept
account-about = About Rung and its sources
account-export-title = Take it away
account-export-text = The whole record in one file that anybody can read, and that Rung reads back to the same record.
account-export-file = Download the record
account-backup-text = With documents and history it is a backup: one file with everything.
account-place-title = Where it lives
account-place-text = On this machine, in files that only you can read. Nothing is sent anywhere.
account-place-data = Data
account-place-postgres = the PostgreSQL database that Rung was started with

# Parts of a record. $count: how many.
account-part = Part
account-part-now = Now
account-part-then = Then
account-part-backup = In the backup
account-part-differs = What differs
account-part-same = the same
account-part-new = { $count } new
account-part-gone = { $count } gone
account-part-changed = { $count } changed
account-kind-person = Personal data
account-kind-credentials = Credentials
account-kind-credits = Credits
account-kind-work = Work
account-kind-education = Schools and degrees
account-kind-facts = Answers
account-kind-settings = Settings
account-kind-offerings = Activities to take
account-kind-documents = Documents
account-kind-extra = Other fields
account-kind-history = Batches of changes

# Bringing a file in. $count: how many.
account-import-title = Bring a file
account-import-text = A transcript, a spreadsheet, activities to take, or a whole record. You see what would be done before anything is kept.
account-import-look = Look at it
account-import-nothing = Choose a file or paste its text.
account-import-gone = The file no longer waits here: it waits for an hour at most. Choose it again.
account-import-changed = Your record was changed in the meantime. Look once more: this is what would be done now.
account-import-pasted = pasted text
account-import-pdf-without-text = This PDF holds no text that can be read. Save the transcript as CSV, or copy its text and paste it.
account-import-faulty-title = This file cannot be read
account-import-faulty = { $count ->
    [one] One thing is wrong with it. Nothing was kept.
   *[other] { $count } things are wrong with it. Nothing was kept.
}
account-read-as-record = a whole record
account-read-as-offerings = activities that can be taken
account-read-as-transcript = a CPE Monitor transcript
account-read-as-transcript-text = the text of a CPE Monitor transcript
account-read-as-sheet = a spreadsheet

# The preview. $count: how many; $number: a line's number.
account-preview-title = What would be done
account-preview-parts = Your record beside the file
account-preview-nothing-new = Everything in it is there already. There is nothing to do.
account-preview-replaces = The file takes the place of your whole record. It can be undone.
account-preview-take = Take it over
account-preview-replace = Replace my record
account-preview-leave = Leave it
account-preview-add = { $count ->
    [0] Take it in
    [one] Add { $count } credit
   *[other] Add { $count } credits
}
account-preview-add-offerings = { $count ->
    [one] Take in { $count } activity
   *[other] Take in { $count } activities
}
account-preview-offerings = Activities in the file
account-preview-columns = Which column was taken for what
account-preview-credits = Credits in the file
account-tally-new = new
account-tally-there = there already
account-tally-differ = there otherwise
account-tally-unread = not understood
account-column-title = Title
account-column-credit = Credit
account-column-day = Completed
account-column-hours = Hours
account-column-price = Price
account-column-becomes = What becomes of it
account-becomes-new = New
account-becomes-there = There already
account-becomes-differs = There otherwise
account-conflict-question = { $count ->
    [one] One credit is there with another day or other hours. What is to become of it?
   *[other] { $count } credits are there with another day or other hours. What is to become of them?
}
account-conflict-leave = Leave mine as it is
account-conflict-replace = Put the file's in its place
account-conflict-add = Keep both
account-unread-title = { $count ->
    [one] One line is not understood
   *[other] { $count } lines are not understood
}
account-unread-text = They are left out; everything else can be taken in. Mend them in the file and bring it again: what is there already is not doubled.
account-line = Line { $number }

# The history. $count: how many; $what: a batch's title.
account-history-title = History
account-history-text = Everything that was ever done, the newest first. Each can be undone, and the record can be put back to what it was.
account-history-empty = Nothing was done yet.
account-history-newest = Newest
account-history-older = Older
account-history-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
account-history-undone = undone
account-history-undo-this = Undo: { $what }
account-history-as-it-was = The record as it was then
account-history-no-entries = It changed no entry.
account-actor-you = you
account-actor-command-line = the command line
account-entry-added = Added
account-entry-removed = Removed
account-entry-changed = Changed
account-entry-field = Field
account-entry-before = Before
account-entry-after = After
account-as-it-was-title = The record as it was
account-as-it-was-after = After: { $what }
account-as-it-was-parts = Your record beside what it was
account-as-it-was-same = It is the same as now.
account-as-it-was-restore = Make it so again
account-as-it-was-text = Settings, activities to take and documents stay as they are. It is one more change, and can be undone.

# Backups. $count: how many; $program: a version of Rung.
account-backups-title = Backups
account-backups-text = A backup holds everything: record, documents, history. Rung makes one by itself every day it runs and keeps a choice of them; those that you make stay until you remove them.
account-backups-none = There is no backup yet.
account-backups-list = Backups on this machine
account-backup-make = Make a backup now
account-backup-made = The backup was made, opened, and found whole.
account-backup-restored = The backup was restored. What was there before is kept as a backup too.
account-backup-file = File
account-backup-kind = Made
account-backup-when = When
account-backup-size = Size
account-backup-scheduled = by schedule
account-backup-before-restore = before a restore
account-backup-by-hand = by you
account-backup-sound = It was opened just now: every count and every hash is as it should be.
account-backup-damaged = This backup is not whole
account-backup-holds = What it holds beside what there is
account-backup-made-by = Made by Rung { $program }
account-backup-download = Download it
account-restore-title = Restore it
account-restore-since = { $count ->
    [one] One change was made since; it would be gone.
   *[other] { $count } changes were made since; they would be gone.
}
account-restore-text = What is there now is kept as a backup first, so that you can come back.
account-restore-sure = Yes, put this backup in the place of what is there now
account-restore-do = Restore
account-restore-not-sure = Tick the box if you mean it. Nothing was changed.

# Removing everything. $word: the word to type.
account-delete-title = Delete everything
account-delete-short = Your record, documents, history and calendar links are removed for good.
account-delete-go = Delete everything …
account-delete-text = Your record, its documents, its history, settings and calendar links are removed from this machine. It cannot be undone.
account-delete-sample = A sample is open, where you may try anything, so your own record is not deleted from here. Remove the sample first; then come back.
account-delete-export-first = Download the record first
account-delete-word = delete
account-delete-label = Type "{ $word }" to confirm
account-delete-backups = Remove the backups on this machine too
account-delete-do = Delete everything
account-delete-leave = Keep it
account-delete-fault = Type the word "{ $word }". Nothing was removed.

# Which column of a spreadsheet is which.
account-columns = Correct the columns
account-columns-text = Say which column is which where it was taken wrongly, and look again.
account-columns-guess = As guessed
account-columns-none = No such column
account-columns-dates = Dates like 2/11/2026
account-columns-month-first = month first
account-columns-day-first = day first
account-columns-hours-in = A plain number counts
account-columns-in-hours = hours
account-columns-in-ceu = CEU (0.1 is an hour)
account-columns-in-minutes = minutes
account-columns-look = Look again
account-column-number = Activity number
account-column-provider = Provider

# Lines that look like credits and cannot be read. $seen: what is written there.
account-unread-no-day = It has no date of completion
account-unread-not-a-day = “{ $seen }” is not a date (write 2026-02-11 or 2/11/2026)
account-unread-no-such-day = “{ $seen }” is not a date: there is no such day
account-unread-day-number = { $seen } is a spreadsheet's day number: show the column as dates, then save as CSV again
account-unread-not-hours = “{ $seen }” is not a number of hours (write 1.5, 0.15 CEU or 90 min)
account-unread-negative = “{ $seen }” is below zero
account-unread-too-fine = “{ $seen }” is finer than a second (write two decimals)
account-unread-too-many = “{ $seen }” is more hours than can be
account-unread-only-a-day = It has a date but no title, number or hours
account-unread-too-long = It is longer than any row of a transcript
account-unread-no-day-in-front = It has no date in front
account-unread-no-hours-at-end = It does not end with the live hours and the home hours
account-unread-no-number = No activity number follows its date
account-unread-behind-hours = It stands behind the hours of a row

# What to do about such a line.
account-remedy-correct-day = Correct the date in the table
account-remedy-write-day = Write the date into the table
account-remedy-correct-hours = Correct the hours in the table
account-remedy-by-hand = Add the credit by hand
account-remedy-compare = Compare it with the transcript

# Whether a transcript adds up. $hours, $read: what was read; $stated: what it says.
account-total-agrees = The credits add up to the total that is stated, { $hours }.
account-total-differs = The credits that were read add up to { $read }, but the transcript says { $stated }: compare it line by line before you import it.
account-total-not-stated = The credits add up to { $hours }; the transcript states no total.

# What is not the same. $here: in the file; $there: in the record.
account-differs-day = the day is { $here }, in your record { $there }
account-differs-hours = the hours are { $here }, in your record { $there }
