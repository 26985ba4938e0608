# All documents. $count: how many; $size: how large together.
documents-title = Documents
documents-empty = No documents yet
documents-empty-text = Keep your certificates of completion here. What a PDF says fills in the credit, and boards ask for the paper in an audit.
documents-add = Add a document
documents-to-credits = Your credits
documents-found = { $count ->
    [one] { $count } document, { $size }.
   *[other] { $count } documents, { $size }.
}
documents-caption = Documents, the newest first
documents-column-name = Name
documents-column-belongs-to = Belongs to
documents-column-added = Added
documents-column-size = Size
documents-belongs-to-nothing = Nothing yet

# Adding one.
documents-new-title = Add a document
documents-new-text = A certificate of completion, a license, a letter. It stays on this machine, and is in every backup.
documents-will-belong-to = It will belong to
documents-file = File
documents-keep = Keep it
documents-cancel = Cancel
documents-fault-none = Choose a file first.

# One document. $kind: PDF, PNG or JPG; $size; $day: when it was added; $name: of the file.
documents-facts = { $kind }, { $size }, added { $day }.
documents-all = All documents
documents-open = Open the file
documents-remove = Remove
documents-belongs-to = Belongs to
documents-unlinked-text = It belongs to nothing yet. Make a credit of what it says, or link it to what you have.
documents-make-credit = Make a credit of it
documents-unlink = Unlink
documents-remove-after-unlinking = It can be removed once it belongs to nothing.
documents-link-to = Link it to
documents-link = Link
documents-preview = What is on it
documents-text = The text that can be read from it:
documents-no-text = No text can be read from this PDF, as with a scan. Open the file to look at it.
documents-picture = Picture of { $name }
documents-hash = Fingerprint (SHA-256)

# In the history. $name: the file’s.
documents-history-linked = Linked { $name }
documents-history-unlinked = Unlinked { $name }
documents-history-removed = Removed the document { $name }
