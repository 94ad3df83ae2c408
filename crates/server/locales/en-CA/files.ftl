# Files of evidence: why one was not taken, and what to do.
rejected-empty = The file is empty. Save it again on your device, then add it once more.
rejected-program = The file is a program, or a document with a program in it. Assessors never run programs: send a recording or a picture of what it does, or the document without it.
rejected-archive = Several files are packed into this one. Send each of them on its own, so that assessors can look at it here.
refused-file-too-large = The file is larger than this instance takes.
refused-file-not-awaited = This evidence waits for no file: it has one already, or it was taken back. Add a new piece of evidence.
refused-file-full = There is no room for more files at the moment. Try again later; what has arrived is kept.
refused-upload-expired = The time to complete this upload is over. Choose the file again.
refused-upload-missing = This upload is not known here. Choose the file again.
wrong-file-cut = The file did not arrive whole. Send it again.
wrong-file-missing = Choose a file.
wrong-upload-metadata = It is not said for which piece of evidence this file is.
