use super::*;

fn asked(spec: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(spec))])
}

#[track_caller]
fn gives(spec: &'static str, size: u64, wanted: Wanted) {
    assert_eq!(range(&asked(spec), "\"t\"", size), wanted, "{spec} of {size}");
}

#[test]
fn ranges_are_read_as_the_standard_says() {
    gives("bytes=0-0", 10, Wanted::Part { from: 0, to: 0 });
    gives("bytes=2-5", 10, Wanted::Part { from: 2, to: 5 });
    gives("bytes=2-", 10, Wanted::Part { from: 2, to: 9 });
    gives("bytes=2-99999999999999999999999", 10, Wanted::Part { from: 2, to: 9 });
    gives("bytes=-3", 10, Wanted::Part { from: 7, to: 9 });
    gives("bytes=-30", 10, Wanted::Part { from: 0, to: 9 });
}

#[test]
fn what_is_not_there_is_said_to_be_so() {
    gives("bytes=10-", 10, Wanted::Nothing);
    gives("bytes=10-20", 10, Wanted::Nothing);
    gives("bytes=-0", 10, Wanted::Nothing);
    gives("bytes=0-", 0, Wanted::Nothing);
}

#[test]
fn what_is_no_single_range_gets_the_whole() {
    for spec in ["bytes=5-2", "bytes=0-1,4-5", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=+1-2"] {
        gives(spec, 10, Wanted::All);
    }
}

#[test]
fn a_range_of_something_older_gets_the_whole() {
    let mut headers = asked("bytes=0-1");
    headers.insert(header::IF_RANGE, HeaderValue::from_static("\"old\""));
    assert_eq!(range(&headers, "\"t\"", 10), Wanted::All);
    headers.insert(header::IF_RANGE, HeaderValue::from_static("\"t\""));
    assert_eq!(range(&headers, "\"t\"", 10), Wanted::Part { from: 0, to: 1 });
}

#[test]
fn nothing_that_may_hold_script_is_shown_inline() {
    for kind in ["text/html", "image/svg+xml", "application/xml", "text/xml", "application/octet-stream", "video/x-msvideo"] {
        assert!(!shown_inline(kind), "{kind}");
    }
    for kind in ["video/webm", "audio/wav", "image/png", "application/pdf", "text/plain"] {
        assert!(shown_inline(kind), "{kind}");
    }
}

#[test]
fn only_what_a_viewer_opens_is_outside_the_sandbox_and_nothing_runs_script() {
    for kind in ["text/html", "image/svg+xml", "application/xml", "text/plain", "application/octet-stream", "video/x-msvideo"] {
        assert!(policy(kind).starts_with("sandbox;"), "{kind}");
    }
    for kind in ["video/mp4", "audio/webm", "image/png", "application/pdf"] {
        assert!(!policy(kind).contains("sandbox") && policy(kind).starts_with("default-src 'none';"), "{kind}");
        assert!(!policy(kind).contains("script"), "{kind}");
    }
}

#[test]
fn a_name_cannot_break_out_of_its_header() {
    assert_eq!(disposition(false, "a\"; x=\r\n.exe"), "attachment; filename=\"a__ x___.exe\"; filename*=UTF-8''a%22%3B%20x%3D%0D%0A.exe");
    assert_eq!(disposition(true, "été.mp4"), "inline; filename=\"_t_.mp4\"; filename*=UTF-8''%C3%A9t%C3%A9.mp4");
    assert_eq!(disposition(true, ""), "inline");
}
