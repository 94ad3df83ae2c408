# Taking in a catalogue of learning.

import-title = Take in a catalogue
import-lead = A table or JSON file with many offerings. You see what would come of it before anything is listed. Numbers that cannot be read for sure stay “not known”.
import-owner = For
import-choose-owner = Choose the organisation that lists it.
import-file = File
import-file-hint = CSV or JSON, at most 8 MiB. Larger ones are taken in on the command line.
import-mapping = Kind of catalogue
import-mapping-hint = Which columns hold what.
import-mapping-new-jersey = New Jersey funded programmes (CSV)
import-mapping-coursera = Coursera table (CSV)
import-mapping-edx = edX table (CSV)
import-mapping-ctdl = Credential Engine Registry, CTDL (JSON)
import-own-mapping = Your own mapping
import-own-mapping-hint = A TOML file that says which column holds what. It is used instead of the kind above.
import-look = See what would come of it
import-wrong-mapping = Choose the kind of catalogue, or send a mapping of your own.
import-mapping-says = The mapping cannot be used. { $hint }
import-no-file = Choose a file.
import-too-many = The file has more than { $most } rows.
import-no-column = The file has no column “{ $missing }”, which this kind of catalogue needs. Its columns are: { $columns }.
import-no-rows = The file has nothing at “{ $path }”, where rows are expected.
import-preview = What would be listed
import-preview-lead = Nothing is listed yet. Every number will name { $name } as its source, with today’s date.
import-rows-sound = { $count ->
    [one] row can be listed
   *[other] rows can be listed
  }
import-rows-bad = { $count ->
    [one] remark on a row
   *[other] remarks on rows
  }
import-rows-mended = { $count ->
    [one] row had been encoded twice and was mended
   *[other] rows had been encoded twice and were mended
  }
import-first-rows = The first rows
import-unread = Words without a sure number: { $count }
import-unread-text = These rows are listed, with these facts as “not known”.
import-line = Line
import-field = Field
import-words = Words
import-retires = What this catalogue listed before and is no longer in the file is retired: it stays readable and is found no more.
import-yes = { $count ->
    [one] List { $count } row
   *[other] List { $count } rows
  }
import-other-file = Choose another file
import-done = The catalogue was taken in
import-added = New
import-changed = Changed
import-same = As before
import-retired = Retired
import-rejected = Remarks on rows
import-see = See what is listed
wrong-catalogue-empty = The file has no row that can be listed.
wrong-catalogue-owned = Another organisation takes in the catalogue of this name. Give yours another name in a mapping of your own.
refused-no-preview = There is no file to list: it was listed already, or more than a day has passed. Send the file again.
