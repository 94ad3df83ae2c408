//! What a person does with a page: looks for something, reads it, fills it in, presses it. All of it waits a while for
//! what is not there yet, and works without the page's script.

use crate::browser::{Browser, Outcome};
use serde_json::json;
use std::time::Duration;
use thirtyfour::prelude::*;

const LONGEST: Duration = Duration::from_secs(20);
const BETWEEN: Duration = Duration::from_millis(50);

impl Browser {
    /// The first element that fits and can be seen.
    pub async fn at(&self, css: &str) -> Outcome<WebElement> {
        self.found(By::Css(css), css).await
    }

    async fn found(&self, by: By, what: &str) -> Outcome<WebElement> {
        let begun = tokio::time::Instant::now();
        while begun.elapsed() < LONGEST {
            for element in self.page().find_all(by.clone()).await? {
                // What has gone from the page meanwhile is not there.
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            tokio::time::sleep(BETWEEN).await;
        }
        Err(format!("nothing to be seen that is “{what}” on {}", self.page().current_url().await?).into())
    }

    pub async fn press(&self, css: &str) -> Outcome {
        self.click(By::Css(css), css).await
    }

    /// Presses the link, the button or the summary whose words begin so.
    pub async fn press_named(&self, words: &str) -> Outcome {
        let path = format!("//main//*[self::a or self::button or self::summary][starts-with(normalize-space(), '{words}')]");
        self.click(By::XPath(path), words).await
    }

    /// Presses the one of several that says this.
    pub async fn press_in(&self, css: &str, words: &str) -> Outcome {
        for one in self.page().query(By::Css(css)).all_from_selector().await? {
            if one.text().await?.contains(words) {
                return Ok(one.click().await?);
            }
        }
        Err(format!("none of “{css}” says “{words}”").into())
    }

    /// Presses what is found; again, if it was replaced between looking and pressing.
    async fn click(&self, by: By, what: &str) -> Outcome {
        let begun = tokio::time::Instant::now();
        loop {
            match self.found(by.clone(), what).await?.click().await {
                Ok(()) => return Ok(()),
                Err(e) if begun.elapsed() > LONGEST => return Err(format!("“{what}” can't be pressed: {e}").into()),
                Err(_) => tokio::time::sleep(BETWEEN).await,
            }
        }
    }

    /// Writes into a field, over what stands there.
    pub async fn fill(&self, name: &str, words: &str) -> Outcome {
        let field = self.at(&format!("[name='{name}']")).await?;
        field.clear().await?;
        Ok(field.send_keys(words).await?)
    }

    /// Writes a text in English and in French.
    pub async fn fill_both(&self, name: &str, en: &str, fr: &str) -> Outcome {
        self.fill(&format!("{name}_en"), en).await?;
        self.fill(&format!("{name}_fr"), fr).await
    }

    /// Chooses one of a few, or ticks a box that is not ticked.
    pub async fn pick(&self, name: &str, value: &str) -> Outcome {
        let css = format!("input[name='{name}'][value='{value}']");
        let control = self.page().query(By::Css(css)).first().await?;
        if control.is_selected().await? { Ok(()) } else { Ok(control.click().await?) }
    }

    /// Chooses or ticks what is labelled with these words.
    pub async fn tick(&self, words: &str) -> Outcome {
        let path = format!("//main//label[contains(normalize-space(), '{words}')]");
        self.click(By::XPath(path), words).await
    }

    /// Chooses from a list by the first words of what is wanted.
    pub async fn choose(&self, name: &str, words: &str) -> Outcome {
        let path = format!("//select[@name='{name}']/option[starts-with(normalize-space(), '{words}')]");
        self.click(By::XPath(path), words).await
    }

    /// Waits until the page says something, and tells what it says instead if it never does.
    pub async fn reads(&self, words: &str) -> Outcome {
        self.part_reads("main", words).await
    }

    /// The same for a part of the page.
    pub async fn part_reads(&self, css: &str, words: &str) -> Outcome {
        let begun = tokio::time::Instant::now();
        let mut read = String::new();
        while begun.elapsed() < LONGEST {
            read = match self.page().find(By::Css(css)).await {
                Ok(part) => part.text().await.unwrap_or_default(),
                Err(_) => String::new(),
            };
            if read.contains(words) {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN).await;
        }
        let start: String = read.chars().take(1500).collect();
        Err(format!("{} never says “{words}”, but: {start}", self.page().current_url().await?).into())
    }

    /// Waits until an expression of script is true.
    pub async fn wait_for(&self, expression: &str) -> Outcome {
        let begun = tokio::time::Instant::now();
        while begun.elapsed() < LONGEST {
            if self.page().execute(format!("return Boolean({expression})"), vec![]).await?.convert()? {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN).await;
        }
        Err(format!("never true on {}: {expression}", self.page().current_url().await?).into())
    }

    /// How long each answer takes from now on, until [`Browser::offline`] is asked for anything.
    pub async fn slow_network(&self, each: Duration) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        let conditions = json!({"offline": false, "latency": each.as_millis(), "downloadThroughput": -1, "uploadThroughput": -1});
        self.cdp("Network.emulateNetworkConditions", conditions).await
    }

    /// The path that is shown, without what is asked or jumped to.
    pub async fn path(&self) -> Outcome<String> {
        Ok(self.page().current_url().await?.path().to_owned())
    }

    /// Looks at the page as it stands: nothing may be wrong with it. Keeps a picture.
    pub async fn station(&self, name: &str) -> Outcome {
        println!("{name}: {}", self.path().await?);
        let found = self.axe().await?;
        if !found.is_empty() {
            return Err(format!("{}: {}", self.path().await?, found.join("\n")).into());
        }
        self.screenshot(name).await?;
        Ok(())
    }
}
