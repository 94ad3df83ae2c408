//! Status lists: a list that is read is written and read again the same; entries of any form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vc::status::{Published, StatusList, finding};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(list) = StatusList::decode(text) {
        assert_eq!(StatusList::decode(&list.encode()), Ok(list));
    }
    if let Ok(document) = serde_json::from_str(text) {
        let _ = Published::read(&document);
        let _ = finding(std::slice::from_ref(&document), Some("urn:x:1"), &mut |_| Ok(document.clone()));
    }
});
