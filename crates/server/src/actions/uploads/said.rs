use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::EvidenceId;

/// What the sender says about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// For which piece of evidence.
    pub evidence: Option<EvidenceId>,
    /// What the device calls it; only a name, whatever was sent.
    pub file_name: String,
    /// The media type that is claimed.
    pub file_type: String,
    /// How long the recording is, as the recorder measured it.
    pub duration_ms: Option<u64>,
}

impl Said {
    /// Reads metadata as the tus protocol writes it: `key base64,key base64`. `None`: it is not written so.
    pub fn read(metadata: &str) -> Option<Said> {
        let mut said = Said::default();
        for pair in metadata.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
            let value = String::from_utf8(STANDARD.decode(value.trim()).ok()?).ok()?;
            match key {
                "evidence" => said.evidence = Some(value.parse().ok()?),
                "filename" => said.file_name = plain_name(&value),
                "filetype" => said.file_type = value,
                "duration" => said.duration_ms = value.parse::<f64>().ok().filter(|ms| *ms >= 0.0 && *ms < 1e12).map(|ms| ms as u64),
                _ => {}
            }
        }
        Some(said)
    }
}

/// A file's name without folders, control characters and excess.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(200).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_read_and_names_lose_their_folders() {
        let id = EvidenceId(5);
        let b64 = |text: &str| STANDARD.encode(text);
        let metadata = format!(
            "filename {},filetype {},evidence {},duration {},is_new",
            b64("C:\\me/../vidéo\n.webm"),
            b64("video/webm"),
            b64(&id.to_string()),
            b64("1234.5")
        );
        let said = Said::read(&metadata).unwrap();
        assert_eq!(
            said,
            Said { evidence: Some(id), file_name: "vidéo.webm".into(), file_type: "video/webm".into(), duration_ms: Some(1234) }
        );
    }

    #[test]
    fn what_is_not_so_written_is_refused() {
        for metadata in ["evidence !!!", "filename /w==", "evidence eA=="] {
            assert_eq!(Said::read(metadata), None, "{metadata}");
        }
        assert_eq!(Said::read(""), Some(Said::default()));
    }
}
