//! The sample articles: files beside the page, fetched when they are chosen.

/// A sample article.
#[derive(Debug)]
pub struct Sample {
    /// Its file in `articles/`.
    pub file: &'static str,
    /// What the picker calls it.
    pub label: &'static str,
}

/// All of them; the first one opens in the app.
pub const SAMPLES: [Sample; 10] = [
    Sample { file: "01-rome-talks.md", label: "Diplomacy: talks in Rome" },
    Sample { file: "02-ballintra-results.md", label: "Business: company results" },
    Sample { file: "03-rate-decision.md", label: "Economy: a rate decision" },
    Sample { file: "04-meridian-cup-final.md", label: "Sport: a cup final" },
    Sample { file: "05-deep-reef.md", label: "Science: a reef in the dark" },
    Sample { file: "06-san-alipio-floods.md", label: "Disaster: a flood" },
    Sample { file: "07-deshmukh-mill.md", label: "Court: a family dispute" },
    Sample { file: "08-electric-buses.md", label: "Local: electric buses" },
    Sample { file: "09-piano-rebuilder.md", label: "Feature: a piano rebuilder" },
    Sample { file: "10-telvana-outage-live.md", label: "Live page: a network outage" },
];

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn the_picker_has_every_article_once() {
        let mut files: Vec<String> = std::fs::read_dir("seeds/articles")
            .expect("the articles are in the repository")
            .map(|entry| entry.expect("readable").file_name().into_string().expect("plain name"))
            .collect();
        files.sort();
        assert_eq!(files, SAMPLES.map(|sample| sample.file));
        let kept = include_str!("sw.js");
        assert!(files.iter().all(|file| kept.contains(&format!("'articles/{file}'"))), "kept for offline reading");
    }
}
