//! Signing in, by each method.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::pages::SignIn;
use crate::support::{Console, Locator, Name, until};

pub async fn the_local_dms_opens_in_one_click(console: Console) -> anyhow::Result<()> {
    console.open("/").await?;
    console.sees("A complete DMS on this computer").await?;
    console.button("Open the local DMS").click().await?;
    console.heading("Instances").get().await?;
    console.driver.refresh().await?;
    console.heading("Instances").get().await?;
    Ok(())
}

pub async fn an_iam_user_with_a_password(console: Console) -> anyhow::Result<()> {
    let page = SignIn(&console);
    page.open("IAM user").await?;
    page.user(&console.site.info().password.clone()).await?;
    page.submit().click().await?;
    page.done().await?;
    console.button(&console.site.info().project_name).click().await?;
    console.menu_item(Name::with(&format!("Signed in as {}", console.site.info().user))).get().await?;
    Ok(())
}

pub async fn a_wrong_password_keeps_what_was_typed(console: Console) -> anyhow::Result<()> {
    let (page, info) = (SignIn(&console), console.site.info().clone());
    page.open("IAM user").await?;
    page.user("not the password").await?;
    page.submit().click().await?;
    console.sees("Account, user or password is wrong.").await?;
    ensure!(console.field("Password").attr("aria-invalid").await?.as_deref() == Some("true"));
    ensure!(console.field("Account").value().await? == info.domain);
    ensure!(console.field("IAM user").value().await? == info.user);
    ensure!(console.field("DMS endpoint").value().await? == info.endpoint);
    console.field("Password").fill(&info.password).await?;
    page.submit().click().await?;
    page.done().await
}

pub async fn access_keys(console: Console) -> anyhow::Result<()> {
    let (page, info) = (SignIn(&console), console.site.info().clone());
    page.open("Access keys").await?;
    page.keys(&info.access_key, &info.secret_key).await?;
    page.submit().click().await?;
    page.done().await?;
    let calls = console.local().calls().await?;
    ensure!(calls.iter().any(|c| c.operation.as_deref() == Some("kafka.ListInstances") && c.status == 200));
    ensure!(calls.iter().all(|c| c.operation.as_deref() != Some("iam.CreateToken")), "keys need no token");
    Ok(())
}

/// A region's endpoints can be a private cloud's, and an account may have no project that is called like it.
pub async fn keys_in_a_region_without_a_project_of_its_name(console: Console) -> anyhow::Result<()> {
    let (page, info) = (SignIn(&console), console.site.info().clone());
    console.open("/sign-in").await?;
    console.radio("Access keys").click().await?;
    console.field("Region").click().await?;
    console.option(Name::with("cn-north-4")).click().await?;
    console.driver.find(By::Css(".endpoints summary")).await?.click().await?;
    ensure!(console.field("DMS endpoint").value().await?.contains("cn-north-4"));
    console.field("DMS endpoint").fill(&info.endpoint).await?;
    console.field("IAM endpoint").fill(&info.iam_endpoint).await?;
    page.keys(&info.access_key, &info.secret_key).await?;
    page.submit().click().await?;
    console.sees("No project was found for these credentials. Enter the project ID.").await?;
    let calls = console.local().calls().await?;
    ensure!(calls.iter().any(|c| c.operation.as_deref() == Some("iam.ListProjects") && c.status == 200));
    console.field(Name::with("Project ID")).fill(&info.project_id).await?;
    page.submit().click().await?;
    console.heading("Instances").get().await.map(drop)
}

pub async fn wrong_access_keys_are_told_apart(console: Console) -> anyhow::Result<()> {
    let (page, info) = (SignIn(&console), console.site.info().clone());
    page.open("Access keys").await?;
    page.keys("NOSUCHACCESSKEY00000", &info.secret_key).await?;
    page.submit().click().await?;
    console.sees("This access key does not exist or is disabled.").await?;
    page.keys(&info.access_key, "notthesecretkeyofthisaccesskey0000000000").await?;
    page.submit().click().await?;
    console.sees("The secret key does not belong to this access key.").await?;
    console.sees_no("This access key does not exist or is disabled.").await?;
    console.field("Secret access key (SK)").fill(&info.secret_key).await?;
    page.submit().click().await?;
    page.done().await
}

pub async fn a_pasted_token(console: Console) -> anyhow::Result<()> {
    let (page, api) = (SignIn(&console), console.api().await?);
    page.open("Token").await?;
    console.field("Token").fill("no such token").await?;
    page.submit().click().await?;
    console.sees("The token is wrong, or its 24 hours are over.").await?;
    console.field("Token").fill(api.token()).await?;
    page.submit().click().await?;
    page.done().await
}

pub async fn empty_entries_are_pointed_at(console: Console) -> anyhow::Result<()> {
    let page = SignIn(&console);
    console.open("/sign-in").await?;
    page.submit().click().await?;
    console.sees("Choose a region, or “Other endpoints” to enter them.").await?;
    console.sees("Please fill this in.").await?;
    ensure!(console.focused().await?.contains("Region"), "the focus is on {}", console.focused().await?);
    ensure!(console.local().calls().await?.is_empty(), "nothing is sent");
    Ok(())
}

pub async fn a_host_that_the_gateway_does_not_know(console: Console) -> anyhow::Result<()> {
    let page = SignIn(&console);
    page.open("IAM user").await?;
    console.field("DMS endpoint").fill("https://dms.somewhere.example.com").await?;
    page.user("x").await?;
    page.submit().click().await?;
    console.sees("The gateway of this console does not forward to this host.").await
}

pub async fn the_page_asked_for_opens_afterwards(console: Console) -> anyhow::Result<()> {
    console.open("/instances?q=orders&sort=-name").await?;
    console.address_has("/sign-in?next=").await?;
    console.button("Open the local DMS").click().await?;
    console.is_at("/instances?q=orders&sort=-name").await?;
    ensure!(console.role(&["searchbox"], Name::Any).value().await? == "orders");
    Ok(())
}

pub async fn an_expired_token_keeps_the_form(console: Console) -> anyhow::Result<()> {
    let (page, api) = (SignIn(&console), console.api().await?);
    page.open("Token").await?;
    console.field("Token").fill(api.token()).await?;
    page.submit().click().await?;
    page.done().await?;
    let (again, topic) = expire_over_a_form(&console).await?;
    let token = console.field("Token").within(&again);
    token.fill("no such token").await?;
    console.button("Sign in").within(&again).click().await?;
    again.reads("The token is wrong, or its 24 hours are over.").await?;
    token.fill(console.api().await?.token()).await?;
    console.button("Sign in").within(&again).click().await?;
    the_form_is_still_there(&console, &again, &topic).await
}

pub async fn an_expired_local_session_comes_back_in_one_click(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let (again, topic) = expire_over_a_form(&console).await?;
    console.button("Sign in again").within(&again).click().await?;
    the_form_is_still_there(&console, &again, &topic).await
}

/// Fills in the form for a topic, lets the token end, and sends the form.
async fn expire_over_a_form(console: &Console) -> anyhow::Result<(Locator, String)> {
    let (kafka, topic) = (console.api().await?.kafka("sign-in").await?, console.unique("kept"));
    console.open(&format!("/kafka/{kafka}/topics/new")).await?;
    console.field("Name").fill(&topic).await?;
    console.field("Partitions").fill("5").await?;
    console.local().expire_tokens().await?;
    console.button("Create topic").click().await?;
    let again = console.dialog("Sign in again");
    again.get().await?;
    Ok((again, topic))
}

async fn the_form_is_still_there(console: &Console, again: &Locator, topic: &str) -> anyhow::Result<()> {
    again.gone().await?;
    console.sees("What you asked for was not done yet").await?;
    until("the note to have the focus", || async {
        Ok(console.focused().await?.contains("not done yet").then_some(()))
    })
    .await?;
    ensure!(console.field("Name").value().await? == topic);
    ensure!(console.field("Partitions").value().await? == "5");
    console.button("Create topic").click().await?;
    console.sees(&format!("Topic {topic} created")).await
}

pub async fn signing_out_leaves_nothing(console: Console) -> anyhow::Result<()> {
    let info = console.site.info().clone();
    console.enter("/instances").await?;
    let kept =
        console.js("return JSON.stringify([{ ...localStorage }, document.cookie, location.href]);").await?;
    let kept = kept.as_str().unwrap_or_default().to_owned();
    for secret in [&info.password, &info.secret_key] {
        ensure!(!kept.contains(secret.as_str()), "a secret outlives the tab: {kept}");
    }
    console.pick(&info.project_name, "Sign out").await?;
    console.button("Open the local DMS").get().await?;
    ensure!(console.js("return sessionStorage.length;").await? == json!(0));
    console.open("/instances").await?;
    console.address_has("/sign-in").await
}

pub async fn by_keyboard_alone(console: Console) -> anyhow::Result<()> {
    console.open("/sign-in").await?;
    console.button("Open the local DMS").get().await?;
    for _ in 0..12 {
        console.key("" + Key::Tab).await?;
        if console.focused().await? == "Open the local DMS" {
            console.key("" + Key::Enter).await?;
            return console.heading("Instances").get().await.map(drop);
        }
    }
    anyhow::bail!("the button is not reached with the Tab key")
}
