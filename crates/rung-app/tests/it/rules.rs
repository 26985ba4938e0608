//! What the pages of the catalogue answer, by route and situation.

use crate::home::{Answer, Home, ask, request};
use axum::{
    Router,
    body::Body,
    http::{Method, StatusCode, header},
};
use rung_atlas::{Address, facts_of_authority, facts_of_credential, facts_of_designators};
use rung_catalog::{Catalog, Overlay};
use rung_words::{Language, Words};
use std::collections::BTreeSet;

impl Answer {
    /// Where its links within the site lead: path and fragment.
    fn links(&self) -> impl Iterator<Item = String> {
        let addresses = self.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let own = addresses.filter(|to| to.starts_with('/') || to.starts_with('#'));
        own.map(|to| to.replace("&amp;", "&"))
    }
}

async fn site() -> Router {
    Home::empty().await.site
}

async fn get_from(site: &Router, address: &str) -> Answer {
    ask(site, request(Method::GET, address).body(Body::empty()).unwrap()).await
}

async fn get(address: &str) -> Answer {
    get_from(&site().await, address).await
}

/// Every page that has facts on it.
fn pages(catalog: &Catalog) -> Vec<Address> {
    let authorities = catalog.authorities.iter().map(Address::authority);
    let credentials = catalog.credentials.iter().map(|known| Address::credential(known.id.as_str()));
    authorities.chain(credentials).chain([Address::on("bodies", "acpe")]).collect()
}

/// Every fact's address.
fn facts(catalog: &Catalog) -> Vec<Address> {
    let authorities = catalog
        .authorities
        .iter()
        .flat_map(|known| facts_of_authority(Words::of(Language::English), catalog, known));
    let credentials = catalog
        .credentials
        .iter()
        .flat_map(|known| facts_of_credential(Words::of(Language::English), catalog, known));
    let facts =
        authorities.chain(credentials).chain(facts_of_designators(Words::of(Language::English), catalog));
    facts.map(|fact| fact.address).collect()
}

mod addresses {
    use super::*;

    #[tokio::test]
    async fn every_fact_has_an_address_of_its_own_that_answers_and_an_anchor_on_its_page() {
        let (site, catalog) = (site().await, Catalog::shipped());
        let facts = facts(&catalog);
        assert_eq!(facts.iter().collect::<BTreeSet<_>>().len(), facts.len(), "no two facts share an address");
        for page in pages(&catalog) {
            let whole = get_from(&site, &format!("/{page}")).await;
            assert_eq!(whole.status, StatusCode::OK, "{page}");
            for fact in facts.iter().filter(|fact| fact.page() == page) {
                let anchor = format!(" id=\"{}\"", fact.anchor());
                assert_eq!(whole.body.matches(&anchor).count(), 1, "{anchor} on {page}");
                let alone = get_from(&site, &format!("/{fact}")).await;
                assert_eq!(alone.status, StatusCode::OK, "{fact}");
                assert!(
                    alone.body.contains(&format!("href=\"/{page}#{}\"", fact.anchor())),
                    "{fact} leads back"
                );
            }
        }
    }

    #[tokio::test]
    async fn no_link_within_the_site_leads_nowhere() {
        // The links lead to pages about what is kept, too.
        let home = Home::empty().await;
        let site = home.site.clone();
        let (mut seen, mut waiting) = (BTreeSet::new(), vec!["/rules".to_owned()]);
        let mut places = BTreeSet::new();
        while let Some(address) = waiting.pop() {
            let answer = get_from(&site, &address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            let ids = |answer: &Answer| -> BTreeSet<String> {
                let ids = answer.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
                ids.map(str::to_owned).collect()
            };
            for id in ids(&answer) {
                places.insert(format!("{address}#{id}"));
            }
            for link in answer.links().filter(|link| !link.starts_with("/assets/")) {
                let link = if link.starts_with('#') { format!("{address}{link}") } else { link };
                let page = link.split('#').next().unwrap_or_default().to_owned();
                // Orders of one table, colours of one map: a few stand for all.
                let is_variant = page.contains("sort=") && !page.contains("sort=hours");
                if !is_variant && seen.insert(page.clone()) {
                    waiting.push(page);
                }
                if link.contains('#') && !is_variant {
                    seen.insert(link);
                }
            }
        }
        let missing: Vec<_> =
            seen.iter().filter(|link| link.contains('#') && !places.contains(*link)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "places that are linked to and not there");
        assert!(seen.len() > 2500, "the whole catalogue was walked: {}", seen.len());
    }

    #[tokio::test]
    async fn what_is_not_known_is_not_found_and_the_nearest_is_named() {
        for (address, near) in [
            ("/jurisdictions/texas", "/jurisdictions/tx"),
            ("/credentials/tx-pharmacy-technicia", "/credentials/tx-pharmacy-technician"),
            (
                "/credentials/tx-pharmacy-technician/current/laws",
                "/credentials/tx-pharmacy-technician/current/law",
            ),
            ("/credentials/tx-pharmacy-technician/current", "/credentials/tx-pharmacy-technician"),
            ("/bodies/ptbc", "/bodies/ptcb"),
            ("/compare/credentials?a=ptcb-cpht&b=nha-excp", "/credentials/nha-excpt"),
        ] {
            let answer = get(address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(answer.body.contains(&format!("<a href=\"{near}\">")), "{address}: {}", answer.body);
        }
        for address in [
            "/jurisdictions/zz",
            "/jurisdictions/ptcb",
            "/bodies/tx",
            "/bodies/zz/1",
            "/credentials/x/y",
            "/jurisdictions/tx/",
            "/credentials/tx-pharmacy-technician//law",
            "/credentials/%3Cscript%3E/%00",
        ] {
            let answer = get(address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(!answer.body.contains("<script>"));
        }
    }

    #[tokio::test]
    async fn a_shelf_leads_to_its_list() {
        let answer = get("/credentials").await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(answer.header(header::LOCATION), "/rules#credentials");
    }
}

mod copies {
    use super::*;

    #[tokio::test]
    async fn a_page_is_known_again_by_its_tag() {
        let home = Home::empty().await;
        home.token().await; // With the first answer the browser gets its seal; from then on a page stays the same.
        for address in ["/rules", "/jurisdictions/tx", "/credentials/ptcb-cpht", "/search?q=law"] {
            let first = home.get(address).await;
            assert_eq!(first.header(header::CACHE_CONTROL), "no-cache");
            let asked = |tag: &str| {
                let request = request(Method::GET, address).header(header::IF_NONE_MATCH, tag);
                home.ask(request.body(Body::empty()).unwrap())
            };
            let again = asked(first.header(header::ETAG)).await;
            assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
            assert_eq!(asked("W/\"0\"").await.status, StatusCode::OK);
        }
    }

    #[tokio::test]
    async fn head_answers_as_get_without_a_body() {
        let home = Home::empty().await;
        home.token().await;
        let address = "/credentials/tx-pharmacy-technician/current/law";
        let head = home.ask(request(Method::HEAD, address).body(Body::empty()).unwrap()).await;
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
        assert_eq!(head.header(header::ETAG), home.get(address).await.header(header::ETAG));
    }
}

mod overview {
    use super::*;

    #[tokio::test]
    async fn a_tile_shows_its_value_and_says_all_of_it() {
        let answer = get("/rules").await;
        insta::assert_snapshot!(answer.part("<a class=\"tile b2\" href=\"/jurisdictions/oh\"", "</a>"), @r#"
        <a class="tile b2" href="/jurisdictions/oh" title="Ohio">
        <b>OH</b>
        <span aria-hidden="true">5</span>
        <span class="unseen"> Ohio: continuing education 5 hours a year; live hours none; national certification to get it not required, to keep it not required; vaccinating allowed on terms</span>
        </a>
        "#);
        assert_eq!(answer.body.matches("class=\"tile ").count(), 51);
        assert_eq!(answer.part("<ol class=\"tiles\">", "</ol>").matches("<li").count(), 51);
    }

    #[tokio::test]
    async fn the_map_takes_other_colours_and_never_colours_alone() {
        for by in ["hours", "live", "to-get", "to-keep", "vaccines", "nonsense"] {
            let answer = get(&format!("/rules?by={by}")).await;
            assert_eq!(answer.status, StatusCode::OK);
            let map = answer.part("<ol class=\"tiles\">", "</ol>");
            assert!(!map.contains("<span aria-hidden=\"true\">\n</span>"), "every tile has a value: {by}");
        }
        let legend = get("/rules?by=vaccines").await.part("<ul class=\"legend\"", "</ul>");
        for words in ["Not allowed", "Allowed on terms", "Not known: ask the board"] {
            assert!(legend.contains(words), "{words} in {legend}");
        }
    }

    #[tokio::test]
    async fn the_table_is_sorted_as_asked_and_what_is_unknown_comes_last() {
        let order = |answer: &Answer| -> Vec<String> {
            let table = answer.part("<tbody>", "</tbody>");
            let rows = table.split("<th scope=\"row\">").skip(1);
            rows.filter_map(|row| Some(row.split("/jurisdictions/").nth(1)?.get(..2)?.to_owned())).collect()
        };
        let by_name = order(&get("/rules").await);
        assert_eq!((by_name.len(), by_name[0].as_str(), by_name[50].as_str()), (51, "al", "wy"));
        for way in ["up", "down"] {
            let sorted = get(&format!("/rules?sort=hours&order={way}")).await;
            let last = order(&sorted).pop().unwrap();
            let table = sorted.part("<tbody>", "</tbody>");
            let row = table.split("<tr").last().unwrap();
            assert!(row.contains(&format!("<a href=\"/jurisdictions/{last}\">")), "{way}: {row}");
            assert!(row.contains("Not known"), "{way}: {row}");
            assert!(sorted.body.contains("aria-sort=\""));
        }
    }

    #[tokio::test]
    async fn what_changes_next_names_the_day_and_the_place() {
        let answer = get("/rules").await;
        insta::assert_snapshot!(answer.part("<ul class=\"changes\">", "</li>"), @r#"
        <ul class="changes">
        <li>
        <span class="when">From <time datetime="2027-08-01">Aug 1, 2027</time>
        </span>
        <span>
        <a href="/jurisdictions/vt">Vermont</a>. Registered Pharmacy Technician: new rules for keeping it: continuing education; ACPE education on immunization, for technicians who vaccinate; fee: renewal. <a href="/credentials/vt-pharmacy-technician#2029.total">Read it<span class="unseen">: Registered Pharmacy Technician: new rules for keeping it: continuing education; ACPE education on immunization, for technicians who vaccinate; fee: renewal.</span>
        </a>
        <span class="quiet"> · <a href="https://pharmacytechscholar.com/vermont-pharmacy-technician-license" rel="noopener noreferrer external">Pharmacy Tech Scholar: Vermont, after the rules of 2026</a>
        </span>
        </span>
        </li>
        "#);
    }
}

mod pages_of_the_catalogue {
    use super::*;

    #[tokio::test]
    async fn an_entry_has_its_words_its_source_and_how_sure_it_is() {
        let answer = get("/credentials/tx-pharmacy-technician").await;
        insta::assert_snapshot!(answer.part("<li class=\"entry\" id=\"current.law\">", "</li>"), @r##"
        <li class="entry" id="current.law">
        <div class="says">
        <p class="name">
        <a href="/credentials/tx-pharmacy-technician/current/law">Texas pharmacy law or rules</a>
        </p>
        <p>At least 1 h of credit about law, that of Texas. Nothing is asked if it is the first period (the initial registration period is exempt). Or instead: college credit or an examination instead of hours. General, federal and other states' law does not count.</p>
        </div>
        <div class="margin">
        <p class="cited">
        <a href="https://texreg.sos.state.tx.us/public/readtac%24ext.TacPage?sl=R&amp;app=9&amp;p_dir=&amp;p_rloc=&amp;p_tloc=&amp;p_ploc=&amp;pg=1&amp;p_tac=&amp;ti=22&amp;pt=15&amp;ch=297&amp;rl=8" rel="noopener noreferrer external">22 TAC 297.8, continuing education of technicians</a>, (b)(4)(A) <span class="number">[1]</span> also <span class="number">[5]</span>
        </p>
        <p class="sure">high confidence</p>
        </div>
        </li>
        "##);
    }

    #[tokio::test]
    async fn a_fact_alone_says_where_it_is_written_and_since_when() {
        let answer = get("/credentials/ptcb-cpht/2020-09/law").await;
        insta::assert_snapshot!(answer.part("<article", "</article>"), @r#"
        <article class="one-fact">
        <p class="eyebrow">PTCB · Certified Pharmacy Technician (CPhT), to keep it, Renewal: applications filed from <time datetime="2020-09-01">Sep 1, 2020</time>
        </p>
        <h1>Pharmacy law (topic 03)</h1>
        <p class="lead fact-says">At least 1 h of credit about law. One of the 20 hours. It may be an hour for pharmacists.</p>
        <dl>
        <div>
        <dt>Dates</dt>
        <dd>
        <p>In force</p>
        <p class="days">Since <time datetime="2020-09-01">Sep 1, 2020</time>
        </p>
        </dd>
        </div>
        <div>
        <dt>Source</dt>
        <dd>
        <p class="reference">
        <a href="https://ptcb.zendesk.com/hc/en-us/articles/206879047-How-do-I-recertify-my-CPhT-Certification" rel="noopener noreferrer external">PTCB help centre: how to recertify the CPhT</a> <span class="quiet">the body itself</span>
        <span class="url">https://ptcb.zendesk.com/hc/en-us/articles/206879047-How-do-I-recertify-my-CPhT-Certification</span>
        </p>
        <p class="reference">
        <a href="https://ptcb.zendesk.com/hc/en-us/articles/206169508-Why-was-my-CPhT-renewal-application-returned-What-do-I-need-to-do-next" rel="noopener noreferrer external">PTCB help centre: returned renewal application</a> <span class="quiet">the body itself</span>
        <span class="url">https://ptcb.zendesk.com/hc/en-us/articles/206169508-Why-was-my-CPhT-renewal-application-returned-What-do-I-need-to-do-next</span>
        </p>
        </dd>
        </div>
        <div>
        <dt>How sure</dt>
        <dd>
        <p>High confidence, checked <time datetime="2026-11-27">Nov 27, 2026</time>. The text of the rule, or the body's own page, was read.</p>
        </dd>
        </div>
        <div>
        <dt>Address</dt>
        <dd>
        <code>/credentials/ptcb-cpht/2020-09/law</code> <span class="quiet">It stays the same.</span>
        </dd>
        </div>
        </dl>
        <p>
        <a class="button quiet" href="/credentials/ptcb-cpht#2020-09.law">Read it in its place</a>
        </p>
        </article>
        "#);
    }

    #[tokio::test]
    async fn an_unknown_looks_other_than_a_none() {
        let (none, unknown) = (get("/jurisdictions/ar").await, get("/jurisdictions/ny").await);
        insta::assert_snapshot!(none.part("<dl><div", "</div>"), @r#"
        <dl>
        <div class="">
        <dt>
        <a href="/credentials/ar-pharmacy-technician#keeping">Continuing education</a>
        </dt>
        <dd>None<span class="quiet">The text asks for none (low confidence).</span>
        </dd>
        </div>
        "#);
        insta::assert_snapshot!(unknown.part("<dl><div", "</div>"), @r#"
        <dl>
        <div class="unknown">
        <dt>
        <a href="/credentials/ny-registered-pharmacy-technician#keeping">Continuing education</a>
        </dt>
        <dd>Not known<span class="quiet">Ask the New York State Education Department, Office of the Professions (State Board of Pharmacy).</span>
        </dd>
        </div>
        "#);
    }

    #[tokio::test]
    async fn the_version_in_force_is_open_and_the_others_are_folded_with_their_days() {
        let answer = get("/credentials/ptcb-cpht").await;
        insta::assert_snapshot!(answer.part("<h3>Renewal", "</h3>"), @r#"
        <h3>Renewal: applications filed from <time datetime="2020-09-01">Sep 1, 2020</time> <span class="chip met">
        <svg class="icon met" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M3.5 8.5l3 3 6-7">
        </path>
        </svg>In force</span>
        </h3>
        "#);
        assert!(answer.body.contains(
            "<details class=\"version\"><summary><span class=\"what\">Renewal: applications filed"
        ));
        insta::assert_snapshot!(answer.part("<figure class=\"outline\">", "</figure>"), @r#"
        <figure class="outline">
        <ul>
        <li>
        <span>Medications</span>
        <svg aria-hidden="true" focusable="false">
        <rect width="35%" height="100%" rx="2">
        </rect>
        </svg>
        <span class="share">35 %</span>
        </li>
        <li>
        <span>Federal Requirements</span>
        <svg aria-hidden="true" focusable="false">
        <rect width="18.75%" height="100%" rx="2">
        </rect>
        </svg>
        <span class="share">18.75 %</span>
        </li>
        <li>
        <span>Patient Safety and Quality Assurance</span>
        <svg aria-hidden="true" focusable="false">
        <rect width="23.75%" height="100%" rx="2">
        </rect>
        </svg>
        <span class="share">23.75 %</span>
        </li>
        <li>
        <span>Order Entry and Processing</span>
        <svg aria-hidden="true" focusable="false">
        <rect width="22.5%" height="100%" rx="2">
        </rect>
        </svg>
        <span class="share">22.5 %</span>
        </li>
        </ul>
        <figcaption>Shares of the scored questions, PTCE from <time datetime="2026-01-06">Jan 6, 2026</time>
        </figcaption>
        </figure>
        "#);
    }

    #[tokio::test]
    async fn words_of_a_file_are_never_markup() {
        let text = include_str!("../../../../catalog/jurisdictions/de.toml")
            .replace("name = \"Delaware\"", "name = \"<b>Delaware</b>\"");
        let overlay = Overlay { path: "jurisdictions/de.toml".into(), text };
        let catalog = Catalog::load(&[overlay]).unwrap();
        let site = Home::with_catalog(catalog).await.site;
        for address in
            ["/rules", "/jurisdictions/de", "/search?q=delaware", "/compare/jurisdictions?a=de&b=tx"]
        {
            let answer = get_from(&site, address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(!answer.body.contains("<b>Delaware</b>"), "{address}");
        }
    }
}

mod field {
    use super::*;

    #[tokio::test]
    async fn every_role_setting_and_organization_has_a_page_and_is_found() {
        let (site, catalog) = (site().await, Catalog::shipped());
        let field = catalog.field();
        let roles = field.roles.roles.iter().map(|role| (format!("/roles/{}", role.id), &role.title));
        let settings =
            field.settings.settings.iter().map(|known| (format!("/settings/{}", known.id), &known.title));
        let bodies = field.organizations.organizations.iter();
        let bodies = bodies.map(|body| (format!("/organizations/{}", body.id), &body.name));
        for (address, name) in roles.chain(settings).chain(bodies) {
            let answer = get_from(&site, &address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(answer.body.contains("<h2 id=\"sources\">"), "{address} names its sources");
            let words: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '+' }).collect();
            let found = get_from(&site, &format!("/search?q={words}+")).await;
            assert!(found.body.contains(&format!("<a href=\"{address}\">")), "{name} is found");
        }
    }

    #[tokio::test]
    async fn what_is_inferred_says_so_and_pay_says_what_it_measures() {
        let catalog = Catalog::shipped();
        let inferred = catalog.field().roles.roles.iter().find(|role| {
            let before = role.preceded_by.as_ref();
            before.is_some_and(|before| before.basis == rung_catalog::field::OrderBasis::Inferred)
        });
        let answer = get(&format!("/roles/{}", inferred.unwrap().id)).await;
        assert!(answer.body.contains("<strong>Inferred</strong> by Rung"));
        let paid = catalog.field().roles.roles.iter().find(|role| role.pay.is_some()).unwrap();
        assert!(get(&format!("/roles/{}", paid.id)).await.body.contains("What it measures"));
    }

    #[tokio::test]
    async fn what_is_onets_is_shown_with_its_attribution() {
        let answer = get("/occupation").await;
        assert!(answer.body.contains("O*NET 29.3 Database") && answer.body.contains("CC BY 4.0"));
    }

    #[tokio::test]
    async fn a_feed_leads_to_its_place_in_the_list_and_unknown_ids_are_not_found() {
        let feed = Catalog::shipped().field().feeds.feeds[0].id.to_string();
        let answer = get(&format!("/feeds/{feed}")).await;
        assert_eq!(answer.header(header::LOCATION), format!("/feeds#{feed}"));
        for address in ["/roles/x", "/settings/x", "/actions/x", "/organizations/x", "/feeds/x"] {
            assert_eq!(get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    }
}

mod search {
    use super::*;

    #[tokio::test]
    async fn words_are_found_and_marked() {
        let answer = get("/search?q=ohio+law").await;
        insta::assert_snapshot!(answer.part("<ol class=\"results\">", "</li>"), @r#"
        <ol class="results">
        <li>
        <a href="/credentials/oh-registered-pharmacy-technician/current/law">Pharmacy <mark>law</mark>
        </a>
        <p class="eyebrow">
        <mark>Ohio</mark> · Registered Pharmacy Technician</p>
        <p>At least 2 h of credit about <mark>law</mark> in the 2 years before the end. Nothing is asked if it is the first period, and you will have held it for 6 months or shorter when the period ends (first registered within six months of expiry).</p>
        </li>
        "#);
        assert!(get("/search?q=opioid").await.body.contains("<mark>Opioids</mark>"));
    }

    #[tokio::test]
    async fn nothing_found_and_nothing_asked_say_what_to_do() {
        assert!(get("/search?q=zzzz").await.body.contains("Nothing has all of these words"));
        for address in ["/search", "/search?q=", "/search?q=%20"] {
            assert!(get(address).await.body.contains("Type a word or two"), "{address}");
        }
    }

    #[tokio::test]
    async fn hostile_questions_are_only_words() {
        let long = "a+".repeat(20_000);
        for query in ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%00%ff", "%22%20onclick", long.as_str()] {
            let answer = get(&format!("/search?q={query}")).await;
            assert!(matches!(answer.status, StatusCode::OK | StatusCode::BAD_REQUEST), "{}", answer.status);
            assert!(!answer.body.contains("<script>alert"));
        }
    }
}

mod compare {
    use super::*;

    #[tokio::test]
    async fn two_states_are_laid_side_by_side_with_what_differs() {
        let all = get("/compare/jurisdictions?a=tx&b=oh").await;
        insta::assert_snapshot!(all.part("<nav class=\"choice\"", "</nav>"), @r#"
        <nav class="choice" aria-label="Rows">
        <a href="/compare/jurisdictions?a=tx&amp;b=oh" aria-current="true">All 51 rows</a>
        <a href="/compare/jurisdictions?a=tx&amp;b=oh&amp;only=differences">Only the 46 differences</a>
        </nav>
        "#);
        assert!(all.body.contains("</svg>Differs</span>") && all.body.contains(">Same</span>"));
        let only = get("/compare/jurisdictions?a=tx&b=oh&only=differences").await;
        assert!(only.body.contains("Differs") && !only.body.contains(">Same</span>"));
    }

    #[tokio::test]
    async fn a_credential_beside_itself_says_the_same() {
        let answer = get("/compare/credentials?a=ptcb-cpht&b=ptcb-cpht&only=differences").await;
        assert!(answer.body.contains("They say the same."));
    }

    #[tokio::test]
    async fn before_a_choice_there_is_a_form() {
        for kind in ["jurisdictions", "credentials"] {
            let answer = get(&format!("/compare/{kind}")).await;
            assert_eq!(answer.status, StatusCode::OK);
            assert!(answer.body.contains("<select id=\"a\" name=\"a\">") && !answer.body.contains("<table"));
        }
    }
}
