# Frameworks of others.
frameworks-title = Frameworks
frameworks-lead = Statements of work, knowledge and skill that others publish. Profiles are built from them and keep their source ids.
frameworks-none = No framework yet
frameworks-none-text = Import the NICE Workforce Framework, or write profiles without one.
frameworks-edition = Edition { $edition }, imported { $date }
frameworks-import = Import a framework
frameworks-file = Framework file
frameworks-file-hint = The NICE Workforce Framework as JSON, as NIST publishes it. Up to 64 MiB.
frameworks-bad = If a row can’t be used
frameworks-bad-report = Import the sound rows
frameworks-bad-report-hint = The others are listed with their line and the reason.
frameworks-bad-refuse = Strict: refuse the whole file
frameworks-bad-refuse-hint = Nothing is imported if any row is bad.
frameworks-import-do = Import
frameworks-refused = Nothing was imported: the file has bad rows, which are listed below. Correct them, or choose to import the sound rows.
frameworks-report = Import report
frameworks-remarks = { $count ->
    [one] { $count } row with a remark
   *[other] { $count } rows with a remark
  }
frameworks-remarks-name = Rows with a remark
frameworks-rows = Rows with a remark
frameworks-rows-text = These rows were left out, or were kept only in part. The reason says which.
frameworks-rows-first = Only the first { $count } are shown.
frameworks-line = Line
frameworks-on-line = line { $line } of the file
frameworks-source-id = Id at the source
frameworks-reason = Reason
frameworks-text = Text
frameworks-kind = Kind
frameworks-elements = Elements
frameworks-search = Search by word or id
frameworks-all = All
frameworks-found = { $count ->
    [one] { $count } element
   *[other] { $count } elements
  }
frameworks-nothing = Nothing found
frameworks-nothing-text = No element has these words. Use fewer words, or look in all kinds.
frameworks-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
  }
frameworks-links-name = Links
frameworks-linked-to = Leads to
frameworks-linked-from = Comes from
frameworks-no-links = This element has no links.
frameworks-begin-profile = Begin a profile from this role
frameworks-taken = Imported
frameworks-all-taken = Every row of the file was imported.
frameworks-open = Open the framework
frameworks-kind-opm-code = Occupation code (OPM)
frameworks-kinds-opm-code = Occupation codes (OPM)
frameworks-kind-sort = Sorting key
frameworks-kinds-sort = Sorting keys
frameworks-kind-category = Category
frameworks-kind-work-role = Work role
frameworks-kind-competency-area = Competency area
frameworks-kind-task = Task
frameworks-kind-skill = Skill
frameworks-kind-knowledge = Knowledge
frameworks-kinds-category = Categories
frameworks-kinds-work-role = Work roles
frameworks-kinds-competency-area = Competency areas
frameworks-kinds-task = Tasks
frameworks-kinds-skill = Skills
frameworks-kinds-knowledge = Knowledge
frameworks-not-utf8 = Line { $line } of the file is not UTF-8 text. Save it as UTF-8 and try again.
frameworks-truncated = The file breaks off on line { $line }. It may not have been copied to its end.
frameworks-not-json = The file is not JSON: line { $line } can’t be read.
frameworks-not-export = The file is JSON, but not a framework export: the list “{ $missing }” is missing.
frameworks-too-many-rows = The file has more than 200,000 rows.
frameworks-no-document = The file does not say which document it comes from, with an identifier and a name.
frameworks-fault-malformed = The row can’t be read.
frameworks-fault-missing-field = A field is missing.
frameworks-fault-not-text = A field is not text.
frameworks-fault-empty-field = A field is empty.
frameworks-fault-too-long = A field is too long.
frameworks-fault-control-character = A field holds a control character.
frameworks-fault-duplicate-id = An earlier row has the same id.
frameworks-fault-duplicate-link = An earlier row makes the same link.
frameworks-fault-dangling-link = One end of the link is not in the file.
frameworks-fault-self-link = The link leads from an element to itself.
frameworks-fault-unknown-relation = The file does not declare this kind of link.
frameworks-fault-other-document = The row belongs to another document.
frameworks-fault-bad-website = The website is not a web address and was left out.
frameworks-fault-unknown-field = A field is not understood and was left out.
notice-framework-taken-in = The framework was imported. This is what came of it.
frameworks-fault-wrong-columns = The row has more or fewer cells than the header.
frameworks-fault-not-utf8 = The row is not UTF-8 text.
frameworks-fault-unclosed-quote = A quote opens and never closes; what comes after it could not be read.
frameworks-fault-missing-column = The file does not have a column that the mapping reads.
frameworks-fault-other-kind = These rows are something else and were left out.
