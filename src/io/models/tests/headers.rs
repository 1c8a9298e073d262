//! The headers of published tables, each over a small file made for it.

use super::*;
use crate::model::CostBasis::{Acquisition, CloudRental, Unstated};

#[test]
fn notable_models() {
    let text = "Model,Organization,Publication date,Domain,Parameters,Parameters notes,Training compute (FLOP),\
        Training compute notes,Confidence,Link,Citations,Country (of organization),Epochs,Training time (hours),\
        Hardware quantity,Hardware utilization (MFU),Training compute cost (2023 USD),Compute cost notes,\
        Batch size,Model accessibility,Training code accessibility,Frontier model,Hardware acquisition cost,\
        Training compute cost (cloud),Training compute cost (upfront),Open model weights?\n\
        DeepSeek-V3,DeepSeek,2024-12-24,Language,671000000000.0,\"37B active\nper token\",3.3e+24,\"6ND\n= 3.3e24\",\
        Confident,https://x.y/1,100,China,1.0,1400.0,2048.0,0.2,5390000.0,,15360,\
        Open weights (restricted use),Unreleased,True,0.0,,,True\n\
        \"Megatron, Turing\",\"Microsoft,NVIDIA\",2021-10-11,Language,530000000000.0,,1.2e+24,,Likely,https://x.y/2,\
        200,\"United States of America,United States of America\",,700.0,4480.0,0.3,4000000.0,,1920,\
        API access,Unreleased,False,90000000.0,3000000.0,120000000.0,False\n\
        o1,OpenAI,2024-12-05,Language,,,,,Unknown,https://x.y/3,,United States of America,,,,,,,,API access,,,,,,\n";
    let read = read(text);
    let expected = "Model=label; Organization=organization; Publication date=date; Parameters=size; \
        Training compute (FLOP)=size; Confidence=certainty; Country (of organization)=country; \
        Training time (hours)=size; Hardware quantity=size; Training compute cost (2023 USD)=cost_training/usd; \
        Model accessibility=accessibility; Hardware acquisition cost=cost_training/usd; \
        Training compute cost (cloud)=cost_training/usd; Training compute cost (upfront)=cost_training/usd; \
        Open model weights?=accessibility";
    assert_eq!(told(&read), expected);
    let models = table(&read);
    assert_eq!(models.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5, 6]);
    assert_eq!(models.rows[1].organizations().collect::<Vec<_>>(), ["Microsoft", "NVIDIA"]);
    assert_eq!((models.rows[0].open_weights, models.rows[2].open_weights), (Some(true), Some(false)));
    assert_eq!(models.rows[0].certainty.as_deref(), Some("Confident"));
    let basis = |name: &str| models.column(name).unwrap().basis_of(1);
    assert_eq!(basis("Training compute cost (2023 USD)"), Unstated);
    assert_eq!(basis("Training compute cost (cloud)"), CloudRental);
    assert_eq!(basis("Hardware acquisition cost"), Acquisition);
    assert_eq!(models.value("Hardware acquisition cost", 0), None, "zero is undisclosed");
    assert_eq!(
        read.assumptions.iter().find(|a| a.key == "undisclosed_cost").unwrap().value,
        "zero_and_empty"
    );
}

#[test]
fn frontier_and_large_scale_models() {
    let frontier = read(
        "Model,Domain,Organization,Publication date,Training data center,Training chip-hours,Power per GPU,\
         Training compute lower bound,API prices,FLOP/$,Context window,Knowledge cutoff,Last modified\n\
         GPT-4o,Language,OpenAI,2024-05-13,,1000000,700,2e25,\"$2.50 / 1M input tokens,$10.00 / 1M output tokens,\
         $1.25 / 1M cached input tokens\",1e18,128000,2023-10-01,2025-01-01\n\
         Grok-2,Language,xAI,2024-08-13,Memphis,2000000,700,1e25,,2e18,128000,2024-01-01,2025-01-02\n",
    );
    let expected = "Model=label; Organization=organization; Publication date=date; Training chip-hours=size; \
        Training compute lower bound=size; API prices=cost_blended/usd_per_mtok";
    assert_eq!(told(&frontier), expected);
    let models = table(&frontier);
    assert_eq!(models.value("API prices (input)", 0), Some(2.5));
    assert_eq!(models.value("API prices (output)", 0), Some(10.0));
    let blended = models.first_of(ColumnRole::CostBlended).unwrap();
    // (3 × 2.5 + 10) / 4 = 17.5 / 4
    assert_eq!((blended.value(0), blended.value(1), blended.blend), (Some(4.375), None, Some(3.0)));
    let large = read(
        "Model,Domain,Model accessibility,Link,Citations,Publication date,Organization,Parameters,\
         Training compute (FLOP),(DEPRECATED) Training dataset size (datapoints),Confidence,\
         Country (of organization),Base model,Training compute cost (cloud),Training compute cost (upfront)\n\
         A,Language,Unreleased,https://a,1,2024-01-01,X,1e9,1e23,1e12,Likely,China,,1000000.0,\n\
         A,Language,API access,https://a,1,2024-02-01,X,1e9,1e23,1e12,Likely,China,,2000000.0,9000000.0\n",
    );
    let expected = "Model=label; Model accessibility=accessibility; Publication date=date; \
        Organization=organization; Parameters=size; Training compute (FLOP)=size; \
        (DEPRECATED) Training dataset size (datapoints)=size; Confidence=certainty; \
        Country (of organization)=country; Training compute cost (cloud)=cost_training/usd; \
        Training compute cost (upfront)=cost_training/usd";
    assert_eq!(told(&large), expected);
    assert_eq!(table(&large).rows.len(), 2);
    assert!(keys(&large).contains(&(Some(3), "io-duplicate-model")));
}

#[test]
fn benchmark_files_of_one_hub() {
    let eci = read(
        "Model version,ECI Score,Release date,Organization,Country,Model accessibility,Training compute (FLOP),\
         Confidence,Model name,Description,Display name\n\
         o1-2024-12-17_high,142.97,2024-12-05,OpenAI,United States of America,API access,,Unknown,o1,,o1 (high)\n\
         o1-2024-12-17_low,142.97,2024-12-05,OpenAI,United States of America,API access,,Unknown,o1,,o1 (low)\n\
         DeepSeek-R1,139.88,2025-01-20,DeepSeek,China,Open weights (unrestricted),4e24,Confident,DeepSeek-R1,,\n",
    );
    let expected = "ECI Score=score; Release date=date; Organization=organization; Country=country; \
        Model accessibility=accessibility; Training compute (FLOP)=size; Confidence=certainty; Display name=label";
    assert_eq!(told(&eci), expected);
    let labels: Vec<&str> = table(&eci).rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["o1 (high)", "o1 (low)", "DeepSeek-R1"], "a blank name is that of the next column");
    let own = read(
        "Model version,mean_score,Best score (across scorers),Release date,Organization,Country,\
         Training compute (FLOP),Training compute notes,stderr,Log viewer,Logs,Started at,id\n\
         o1-2024-12-17_high,0.7677,0.7677,2024-12-05,OpenAI,United States of America,,,0.03,https://l,https://m,\
         2025-01-23T10:00:00Z,abc\n\
         DeepSeek-R1,0.6922,0.6922,2025-01-20,DeepSeek,China,4e24,,0.033,https://l,https://m,2025-01-24T10:00:00Z,abd\n",
    );
    let expected = "Model version=label; mean_score=score/fraction; Best score (across scorers)=score/fraction; \
        Release date=date; Organization=organization; Country=country; Training compute (FLOP)=size; stderr=error";
    assert_eq!(told(&own), expected);
    let score = table(&own).column("Best score (across scorers)").unwrap();
    let [low, high] = score.interval(0).unwrap();
    assert!((low - (0.7677 - 1.959_964 * 0.03)).abs() < 1e-9 && (high - 0.826_498_92).abs() < 1e-8);
    let identity = &table(&own).rows[0].identity;
    let parts = (identity.key.as_str(), identity.version.as_deref(), identity.effort.as_deref());
    assert_eq!(parts, ("o1", Some("20241217"), Some("high")));
}

#[test]
fn score_columns_of_external_files_have_many_names() {
    for (name, values, unit) in [
        ("Score", "0.5", "/fraction"),
        ("EM", "0.5", "/fraction"),
        ("Average", "82.35", "/percent"),
        ("Global average", "82.35", "/percent"),
        ("Percent correct", "88.0", "/percent"),
        ("% Resolved", "0.768", "/fraction"),
        ("% Score", "0.3", "/fraction"),
        ("Win Rate (%)", "0.4", "/fraction"),
        ("Arena Score", "1357.1", "/elo"),
        ("Average progress", "0.2", "/fraction"),
        ("Pass@1 score", "0.2", "/fraction"),
        ("Correct", "0.2", "/fraction"),
        ("Challenge score", "0.2", "/fraction"),
        ("Score (AVG@5)", "0.2", "/fraction"),
        ("Unguided % Solved", "0.2", "/fraction"),
        ("Overall pass (%)", "0.2", "/fraction"),
        ("Accuracy mean", "0.2", "/fraction"),
        ("Average (%)", "0.2", "/fraction"),
        ("Overall accuracy", "66.3", "/percent"),
        ("Mean score", "8.7", ""),
    ] {
        let text = format!(
            "Model version,{name},Release date,Organization,Country,Training compute (FLOP),Source,Source link,Notes,id\n\
             A,{values},2024-01-01,X,China,1e24,paper,https://a,n,1\nB,{values},2024-02-01,Y,China,,paper,https://b,,2\n"
        );
        let read = read(&text);
        let expected = format!(
            "Model version=label; {name}=score{unit}; Release date=date; Organization=organization; \
             Country=country; Training compute (FLOP)=size"
        );
        assert_eq!(told(&read), expected);
        assert_eq!(table(&read).rows[0].source.as_deref(), Some("https://a"));
    }
}

#[test]
fn the_first_column_of_numbers_is_the_score_where_text_stands_before_it() {
    for (text_column, name) in [
        ("Tools", "ACW Country %"),
        ("Scaffold", "Accuracy"),
        ("Agent", "Accuracy mean"),
        ("Scaffold", "Average (%)"),
    ] {
        let read = read(&format!(
            "Model version,{text_column},{name},Release date,Organization\nA,bash,0.41,2024-01-01,X\nB,none,0.5,2024-02-01,Y\n"
        ));
        let expected = format!(
            "Model version=label; {name}=score/fraction; Release date=date; Organization=organization"
        );
        assert_eq!(told(&read), expected);
        assert_eq!(table(&read).scores().next().unwrap().name, name);
    }
}

#[test]
fn external_files_with_costs_and_intervals() {
    let cases = [
        ("Percent correct,Cost", "60.0,0.83", "Percent correct=score/percent; Cost=cost_run/usd_per_case"),
        (
            "% Resolved,Avg. Cost ($)",
            "0.768,0.55",
            "% Resolved=score/fraction; Avg. Cost ($)=cost_run/usd_per_case",
        ),
        (
            "Accuracy,Cost per run,Accuracy SE",
            "0.5,0.7,0.02",
            "Accuracy=score/fraction; Cost per run=cost_run/usd; Accuracy SE=error",
        ),
        ("% Score,Average costs", "0.3,4.2", "% Score=score/fraction; Average costs=cost_run/usd_per_case"),
        (
            "Time horizon,CI_high,CI_low",
            "54.2,120.5,20.1",
            "Time horizon=score/minutes; CI_high=error; CI_low=error",
        ),
        (
            "Arena Score,95% CI High,95% CI Low",
            "1300.2,1310.4,1290.1",
            "Arena Score=score/elo; 95% CI High=error; 95% CI Low=error",
        ),
        (
            "Accuracy,Accuracy Standard Error",
            "0.085,0.012",
            "Accuracy=score/fraction; Accuracy Standard Error=error",
        ),
    ];
    for (names, values, expected) in cases {
        let text =
            format!("Model version,{names},Release date\nA,{values},2024-01-01\nB,{values},2024-02-01\n");
        let read = read(&text);
        assert_eq!(told(&read), format!("Model version=label; {expected}; Release date=date"));
        if expected.contains("error") {
            let score = table(&read).scores().next().unwrap();
            let [low, high] = score.interval(1).unwrap();
            assert!(low < score.values[1] && score.values[1] < high, "{names}");
        }
    }
}

#[test]
fn difficulty_and_other_long_tables() {
    let difficulty = forced(
        "benchmark_name,is_anchor,benchmark_release_date,edi,estimated_slope_scaled\n\
         GPQA diamond,False,2023-11-20,130.2,1.1\nMMLU,True,2020-09-07,101.5,0.9\n",
    );
    assert_eq!(told(&difficulty), "benchmark_name=label; edi=score");
    let long = forced(
        "model_id,benchmark_id,performance,benchmark,model,model_version,Model,date,source,is_reasoning,reasoning_level\n\
         m1,b1,0.71,GPQA,r1,DeepSeek-R1,DeepSeek-R1,2025-01-20,epoch,True,\n\
         m2,b1,0.75,GPQA,o1,o1-2024-12-17_high,o1,2024-12-05,epoch,True,high\n",
    );
    assert_eq!(told(&long), "performance=score/fraction; model=label; date=date");
    let centers = forced(
        "Date,Data center,Construction status,Power (MW),H100 equivalents,Total capital cost (2025 USD billions)\n\
         2025-01-01,Abilene,Under construction,200,100000,4.5\n2025-06-01,Colossus,Finished,300,200000,7\n",
    );
    assert_eq!(told(&centers), "Date=date; Data center=label; H100 equivalents=size");
}

#[test]
fn price_studies() {
    let study = read(
        "Model Name,Release Date,USD per 1M Tokens,MMLU,GPQA Diamond,HumanEval,MATH-500,LMSys Chatbot Arena ELO,\
         MATH 5,Tokens per Second,Prefill Latency (s),Prompt Length (tk)\n\
         DeepSeek-R1,2025-01,0.96,90.8,71.5,,97.3,1357,,30.5,1.2,100\n\
         o1,2024-12,26.25,91.8,75.7,92.4,96.4,1350,94.0,60.1,20.5,100\n",
    );
    let expected = "Model Name=label; Release Date=date; USD per 1M Tokens=cost_blended/usd_per_mtok; \
        MMLU=score/percent; GPQA Diamond=score/percent; HumanEval=score/percent; MATH-500=score/percent; \
        LMSys Chatbot Arena ELO=score/elo; MATH 5=score/percent";
    assert_eq!(told(&study), expected);
    assert_eq!(table(&study).rows[0].released, Some(jiff::civil::date(2025, 1, 1)));
    let prices = read(
        "[{\"id\":\"deepseek-chat\",\"vendor\":\"deepseek\",\"name\":\"DeepSeek-V3\",\"input\":0.14,\"output\":0.28,\
         \"input_cached\":0.014,\"from_date\":null,\"to_date\":\"2025-02-08\"},\n\
         {\"id\":\"o1\",\"vendor\":\"openai\",\"name\":\"o1\",\"input\":15,\"output\":60,\"input_cached\":7.5,\
         \"from_date\":null,\"to_date\":null}]",
    );
    let expected = "vendor=organization; name=label; input=cost_api_input/usd_per_mtok; output=cost_api_output/usd_per_mtok";
    assert_eq!(told(&prices), expected);
}

#[test]
fn analysis_of_prices_and_indexes() {
    let wide = read(
        "model_id,name,slug,company,company_slug,artificial_analysis_index,active_parameter_count,\
         total_parameter_count,release_date,country,cost_to_run_artificial_analysis_index,\
         price_1m_blended_3_to_1,price_1m_input_tokens,price_1m_output_tokens,median_output_tokens_per_second,\
         median_time_to_first_token_seconds,coding_index,math_index,mmlu_pro,gpqa,aime\n\
         1,DeepSeek R1 (Jan),deepseek-r1,DeepSeek,deepseek,43.8,37.0,671.0,2025-01-20,China,,2.362,1.35,4.0,30.1,0.9,\
         44.1,68.0,0.844,0.708,0.683\n\
         2,o1,o1,OpenAI,openai,47.2,,,2024-12-05,United States,1400.5,26.25,15.0,60.0,80.2,20.1,39.2,85.0,0.841,0.747,0.723\n\
         3,Mystery,mystery,Lab,lab,20.1,,,2024-12-05,France,,0.0,0.0,0.0,,,20.1,30.5,0.4,0.3,0.1\n",
    );
    let expected = "name=label; company=organization; artificial_analysis_index=score/percent; \
        active_parameter_count=size; total_parameter_count=size; release_date=date; country=country; \
        cost_to_run_artificial_analysis_index=cost_run/usd; price_1m_blended_3_to_1=cost_blended/usd_per_mtok; \
        price_1m_input_tokens=cost_api_input/usd_per_mtok; price_1m_output_tokens=cost_api_output/usd_per_mtok; \
        coding_index=score/percent; math_index=score/percent; mmlu_pro=score/fraction; gpqa=score/fraction; \
        aime=score/fraction";
    assert_eq!(told(&wide), expected);
    assert_eq!(table(&wide).value("price_1m_blended_3_to_1", 2), None);
    assert_eq!(table(&wide).column("price_1m_blended_3_to_1").unwrap().blend, Some(3.0));
    let nested = read(
        "{\"status\":200,\"data\":[{\"id\":\"1\",\"name\":\"o1\",\"slug\":\"o1\",\
         \"model_creator\":{\"id\":\"x\",\"name\":\"OpenAI\"},\
         \"evaluations\":{\"artificial_analysis_intelligence_index\":47.2,\"gpqa\":0.747},\
         \"pricing\":{\"price_1m_blended_3_to_1\":26.25,\"price_1m_input_tokens\":15,\"price_1m_output_tokens\":60},\
         \"median_output_tokens_per_second\":80.2},\n{\"id\":\"2\",\"name\":\"R1\",\"slug\":\"r1\",\
         \"model_creator\":{\"id\":\"y\",\"name\":\"DeepSeek\"},\
         \"evaluations\":{\"artificial_analysis_intelligence_index\":43.8,\"gpqa\":0.708},\
         \"pricing\":{\"price_1m_blended_3_to_1\":2.362,\"price_1m_input_tokens\":1.35,\"price_1m_output_tokens\":4},\
         \"median_output_tokens_per_second\":30.1}]}",
    );
    let expected = "name=label; model_creator.name=organization; \
        evaluations.artificial_analysis_intelligence_index=score/percent; evaluations.gpqa=score/fraction; \
        pricing.price_1m_blended_3_to_1=cost_blended/usd_per_mtok; \
        pricing.price_1m_input_tokens=cost_api_input/usd_per_mtok; \
        pricing.price_1m_output_tokens=cost_api_output/usd_per_mtok";
    assert_eq!(told(&nested), expected);
    let per_benchmark = read(
        "benchmark,model,model_slug,input_tokens,reasoning_tokens,answer_tokens,score,score_raw,total_output_tokens\n\
         gpqa,o1,o1,50000,900000,80000,0.747,0.7474,980000\ngpqa,R1,r1,50000,1200000,90000,0.708,0.7077,1290000\n",
    );
    assert_eq!(told(&per_benchmark), "model=label; score=score/fraction");
}

#[test]
fn arenas() {
    let later = read(
        "key,Model,MT-bench (score),MMLU,Knowledge cutoff date,License,Organization,Link\n\
         gpt-4-turbo,GPT-4-Turbo,9.32,-,2023/4,Proprietary,OpenAI,https://a\n\
         mixtral,Mixtral-8x7b,8.3,0.706,2023/12,Apache 2.0,Mistral,https://b\n\
         claude-1,Claude-1,7.9,0.77,-,Proprietary,Anthropic,https://c\n",
    );
    assert_eq!(
        told(&later),
        "Model=label; MT-bench (score)=score; MMLU=score/fraction; License=accessibility; Organization=organization"
    );
    let open: Vec<_> = table(&later).rows.iter().map(|row| row.open_weights).collect();
    assert_eq!(open, [Some(false), Some(true), Some(false)]);
    let earlier = read(
        "Model,MT-bench (score),Arena Elo rating,MMLU,License,Link\n\
         GPT-4,8.99,1227,0.864,Proprietary,https://a\nVicuna-33B,7.12,-,0.592,Non-commercial,https://b\n",
    );
    assert_eq!(
        told(&earlier),
        "Model=label; MT-bench (score)=score; Arena Elo rating=score/elo; MMLU=score/fraction; License=accessibility"
    );
    let text = read(
        "rank,model,arena_score,95_pct_ci,votes,organization,license\n\
         1,Gemini-2.5-Pro,1470,+5/-4,26019,Google,Proprietary\n2,GLM-4.5,1434,+9/-9,4112,Z.ai,MIT\n",
    );
    assert_eq!(
        told(&text),
        "model=label; arena_score=score/elo; 95_pct_ci=error; organization=organization; license=accessibility"
    );
    assert_eq!(table(&text).column("arena_score").unwrap().interval(0), Some([1466.0, 1475.0]));
    let scatter = read(
        "[{\"name\":\"DeepSeek-R1\",\"model_api_name\":\"deepseek-reasoner\",\"input_token_price\":\"0.55\",\
         \"output_token_price\":\"2.19\",\"organization\":\"DeepSeek\",\"license\":\"MIT\",\"price_source\":\"https://a\"},\n\
         {\"name\":\"o1\",\"model_api_name\":\"o1\",\"input_token_price\":\"15\",\"output_token_price\":\"60\",\
         \"organization\":\"OpenAI\",\"license\":\"Proprietary\",\"price_source\":\"https://b\"}]",
    );
    assert_eq!(
        told(&scatter),
        "name=label; input_token_price=cost_api_input/usd_per_mtok; \
         output_token_price=cost_api_output/usd_per_mtok; organization=organization; license=accessibility"
    );
    // The blend of R1's own price, (3 × 0.55 + 2.19) / 4.
    assert!((table(&scatter).first_of(ColumnRole::CostBlended).unwrap().values[0] - 0.96).abs() < 1e-12);
    let ratings = read(
        "{\"full\":{\"gpt-4\":{\"rating\":1250.5,\"rating_q975\":1255.1,\"rating_q025\":1245.9},\
         \"r1\":{\"rating\":1357.2,\"rating_q975\":1364.0,\"rating_q025\":1350.1}}}",
    );
    assert_eq!(told(&ratings), "name=label; rating=score/elo; rating_q975=error; rating_q025=error");
    assert_eq!(table(&ratings).column("rating").unwrap().interval(1), Some([1350.1, 1364.0]));
}

#[test]
fn lists_of_runs_and_group_tables() {
    let runs = read(
        "- dirname: 2025-01-20--r1\n  test_cases: 225\n  model: DeepSeek R1\n  edit_format: diff\n  \
         commit_hash: 5650697\n  pass_rate_1: 26.7\n  pass_rate_2: 56.9\n  pass_num_1: 60\n  pass_num_2: 128\n  \
         error_outputs: 8\n  total_tests: 225\n  command: aider --model deepseek/deepseek-reasoner\n  \
         date: 2025-01-20\n  versions: 0.71.2.dev\n  seconds_per_case: 113.7\n  total_cost: 5.4193\n\n\
         - dirname: 2025-01-17--o1\n  test_cases: 224\n  model: o1-2024-12-17 (high)\n  edit_format: diff\n  \
         commit_hash: 7dd8f3b\n  pass_rate_1: 28.6\n  pass_rate_2: 61.7\n  pass_num_1: 64\n  pass_num_2: 139\n  \
         error_outputs: 25\n  total_tests: 225\n  command: |\n    aider --model openrouter/openai/o1\n  \
         date: 2025-01-17\n  versions: 0.71.2.dev\n  seconds_per_case: 133.2\n  total_cost: 186.4958\n\
         - dirname: 2025-01-25--free\n  test_cases: 225\n  model: gemini-exp\n  edit_format: whole\n  \
         commit_hash: 0000\n  pass_rate_1: 10.2\n  pass_rate_2: 18.2\n  pass_num_1: 23\n  pass_num_2: 41\n  \
         error_outputs: 0\n  total_tests: 225\n  command: aider\n  date: 2025-01-25\n  versions: 0.72\n  \
         seconds_per_case: 24.2\n  total_cost: 0.0\n",
    );
    assert_eq!(
        told(&runs),
        "model=label; pass_rate_1=score/percent; pass_rate_2=score/percent; date=date; total_cost=cost_run/usd"
    );
    let models = table(&runs);
    assert_eq!(models.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 18, 35]);
    assert_eq!((models.value("total_cost", 1), models.value("total_cost", 2)), (Some(186.4958), None));
    assert_eq!(models.rows[1].identity.effort.as_deref(), Some("high"));
    let group = read(
        "{\"title\":\"Accuracy\",\"header\":[{\"value\":\"Model/adapter\"},{\"value\":\"Mean win rate\",\
         \"lower_is_better\":false},{\"value\":\"MMLU - EM\"}],\
         \"rows\":[[{\"value\":\"o1\"},{\"value\":0.9},{\"value\":0.918}],\
         [{\"value\":\"R1\"},{\"value\":0.8},{}]]}",
    );
    assert_eq!(told(&group), "Model/adapter=label; Mean win rate=score/fraction; MMLU - EM=score/fraction");
    assert_eq!(table(&group).value("MMLU - EM", 1), None);
}
