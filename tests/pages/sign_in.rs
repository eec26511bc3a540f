//! The sign-in page.

use crate::support::{Console, Locator, Name};

/// The sign-in page of a console.
pub struct SignIn<'c>(pub &'c Console);

impl SignIn<'_> {
    /// Opens the page, with the local DMS's endpoints typed in.
    pub async fn open(&self, method: &str) -> anyhow::Result<()> {
        self.0.open("/sign-in").await?;
        self.0.radio(method).click().await?;
        self.endpoints().await
    }

    /// Types the local DMS's addresses, as for any private cloud.
    pub async fn endpoints(&self) -> anyhow::Result<()> {
        let info = self.0.site.info();
        // No region is called so; the way out stays in the list.
        self.0.field("Region").fill("local").await?;
        self.0.option("Other endpoints").click().await?;
        self.0.field("DMS endpoint").fill(&info.endpoint).await?;
        self.0.field("IAM endpoint").fill(&info.iam_endpoint).await
    }

    /// Fills in the IAM user.
    pub async fn user(&self, password: &str) -> anyhow::Result<()> {
        let info = self.0.site.info();
        self.0.field("Account").fill(&info.domain).await?;
        self.0.field("IAM user").fill(&info.user).await?;
        self.0.field("Password").fill(password).await
    }

    /// Fills in a key pair.
    pub async fn keys(&self, access_key: &str, secret_key: &str) -> anyhow::Result<()> {
        self.0.field("Access key ID (AK)").fill(access_key).await?;
        self.0.field("Secret access key (SK)").fill(secret_key).await
    }

    /// The button that sends the form.
    pub fn submit(&self) -> Locator {
        self.0.button("Sign in")
    }

    /// Picks the project with the instances, of the several that the local DMS has; then the user is in.
    pub async fn done(&self) -> anyhow::Result<()> {
        self.0.heading("Choose a project").get().await?;
        self.0.radio(Name::with(&self.0.site.info().project_name)).click().await?;
        self.0.button("Continue").click().await?;
        self.0.heading("Instances").get().await.map(drop)
    }
}
