# Playing, recording and sending evidence. Values in the recorder's words are filled in by script.

player-speed = Speed
note-remove = Remove the note at { $at }

record-no-script-video = To record here, use a browser with scripts on and a camera. You can also record with any app and choose the file below.
record-no-script-audio = To record here, use a browser with scripts on and a microphone. You can also record with any app and choose the file below.
record-start-video = Set up camera and microphone
record-start-audio = Set up microphone
record-allow = Your browser asks for permission. Nothing is recorded yet.
record-camera = Camera
record-microphone = Microphone
record-record = Start recording
record-pause = Pause
record-resume = Go on
record-stop = Stop
record-retake = Discard and record again
record-use = Keep and add to your evidence
record-recording = Recording
record-paused = Paused
record-ready = Ready. Look at the picture, say a few words and check that the sound level moves.
record-sound = Sound level
record-time = { $time } of { $limit }
record-minute-left = One minute left
record-ten-seconds = Ten seconds left
record-limit = The time limit is reached. The recording has stopped and is kept.
record-denied = The browser may not use the camera or microphone. Select the icon at the left of the address, allow camera and microphone for this site, then try again. You can also choose a file below.
record-missing = No camera or microphone was found. Connect one and try again, or choose a file below.
record-busy = The camera or microphone is in use by another program. Close that program and try again, or choose a file below.
record-unsupported = This browser can’t record. Record with any app and choose the file below.
record-found = A recording of { $time } that was not added to your evidence was found on this device.
record-recover = Look at it and add it
record-discard = Delete it
record-silent = The microphone picks up no sound.
record-name-video = Video recording { $name }
record-name-audio = Audio recording { $name }
record-saved-here = Stopped. The recording is only on this device until you keep it.

upload-none = No files yet.
upload-choose = Add files
upload-limit = Up to { $size } for each file. Files are saved as they arrive; nobody else sees them until you send your claim.
upload-send = Upload
upload-saved = Saved
upload-remove = Remove
upload-progress = { $part }, { $sent } of { $all }
upload-waiting = Waiting for the network at { $part }. It goes on by itself.
upload-pausing = Paused at { $part }
upload-pause = Pause
upload-resume = Go on
upload-retry = Try now
upload-quarter = { $name }: { $part } uploaded
upload-done = { $name } is saved
upload-failed = { $name } was not accepted. { $part }
upload-too-large = It is larger than { $all }.
upload-signed-out = You were signed out. Sign in again in another tab, then select Try now. What was uploaded is kept.
upload-continue = Choose the file again to go on
upload-continue-hint = { $name }: { $part } was uploaded before. The browser can’t open the file by itself after a reload.

# Review desk
note-words = Note
note-at = At
note-at-hint = Minutes and seconds, such as 2:14
note-criterion = About
note-add = Add note
draft-hint = Your draft saves itself. Nobody else sees it until you decide.
draft-saved = Draft saved at { $time }
draft-conflict = This draft was changed in another tab or by another person. Your last changes are not saved. Open the page again to see the newer draft.
draft-failed = The draft could not be saved. It will be tried again; you can go on working.
draft-signed-out = You were signed out. Sign in again in another tab; your changes are still here.
keys-title = Keyboard shortcuts
keys-on = Single-key shortcuts are on
key-play = Play or pause
key-back = Back 5 seconds
key-forward = Forward 5 seconds
key-next = Next in the queue
key-help = Show this list

# Refusals of uploads
wrong-file-cut = The file did not arrive whole. Send it again.
wrong-upload-metadata = The upload does not say what it belongs to. Open the page again and choose the file once more.
