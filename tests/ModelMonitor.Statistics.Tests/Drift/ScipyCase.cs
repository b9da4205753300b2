namespace ModelMonitor.Statistics.Tests.Drift;

/// <summary>Two columns and what SciPy 1.10.1 (Debian 12, python3-scipy) says of them.</summary>
/// <remarks>
/// <code>
/// def u(n, seed): return np.array([((i+1)*0.6180339887498949 + seed*0.1) % 1.0 for i in range(n)])
/// def col(n, seed, loc=0.0, scale=1.0): x = u(n, seed); return loc + scale*np.log(x/(1-x))
/// A, B, C, D = (col(30,1), col(40,2)), (col(30,1,.8), col(40,2)), (col(50,1,.3), col(1900,2)), (col(400,1,.15), col(1500,2))
/// E = np.floor(u(60,1)*5), np.floor(u(80,2)**1.3*5)
/// F, G, H = (col(8,1), col(9,2)), (col(6,1,1.5), col(7,2)), (col(300,1,0,1.4), col(300,3))
/// I, J = (col(20000,1,.05), col(30000,2)), (col(3000,1,.2), col(100000,2))
/// ks_2samp(a, b, method='exact' if len(a)*len(b) &lt;= 100000 else 'asymp')
/// cramervonmises_2samp(a, b, method='exact' if len(a)+len(b) &lt;= 20 else 'asymptotic')
/// anderson_ksamp([a, b])
/// mannwhitneyu(a, b, method='exact' if min(len(a),len(b)) &lt;= 8 and len(a)*len(b) &lt;= 200 else 'asymptotic')
/// epps_singleton_2samp(a, b)
/// wasserstein_distance(a, b); energy_distance(a, b); np.std(b)
/// ttest_ind(a, b, equal_var=False); ttest_ind(a, b)
/// </code>
/// </remarks>
internal sealed record ScipyCase(
    string Name,
    double[] Current,
    double[] Reference,
    (double Statistic, double PValue) KolmogorovSmirnov,
    (double Statistic, double PValue) CramerVonMises,
    (double Statistic, double PValue) AndersonDarling,
    (double Statistic, double PValue) MannWhitney,
    (double Statistic, double PValue) EppsSingleton,
    double Wasserstein,
    double Energy,
    double StandardDeviation,
    (double Statistic, double PValue) Welch,
    (double Statistic, double PValue) Student)
{
    public static IReadOnlyList<ScipyCase> All { get; } =
    [
        new(
            "A",
            DriftColumns.Logistic(30, seed: 1),
            DriftColumns.Logistic(40, seed: 2),
            KolmogorovSmirnov: (0.058333333333333334, 0.999999698634832),
            CramerVonMises: (0.008571428571428896, 0.9999999999850424),
            AndersonDarling: (-1.250996143947377, 0.25),
            MannWhitney: (590.0, 0.9102333124853466),
            EppsSingleton: (0.2825873659895534, 0.9909103089449012),
            Wasserstein: 0.185384920899353,
            Energy: 0.09628827221662745,
            StandardDeviation: 1.8728145114077266,
            Welch: (-0.2533335203600603, 0.8008166800427032),
            Student: (-0.2511775849864414, 0.802434293185978)),
        new(
            "B",
            DriftColumns.Logistic(30, seed: 1, location: 0.8),
            DriftColumns.Logistic(40, seed: 2),
            KolmogorovSmirnov: (0.23333333333333334, 0.27124368406521887),
            CramerVonMises: (0.3426190476190474, 0.10364076847405379),
            AndersonDarling: (0.9095864397722199, 0.13809915419327912),
            MannWhitney: (750.0, 0.0760236953606514),
            EppsSingleton: (4.135237731469493, 0.3880126957663845),
            Wasserstein: 0.7472876624658026,
            Energy: 0.44229564002715366,
            StandardDeviation: 1.8728145114077266,
            Welch: (1.551416187495549, 0.12569796400125088),
            Student: (1.5382132247250762, 0.12863705759090016)),
        new(
            "C",
            DriftColumns.Logistic(50, seed: 1, location: 0.3),
            DriftColumns.Logistic(1_900, seed: 2),
            KolmogorovSmirnov: (0.09, 0.793623976255555),
            CramerVonMises: (0.14928996851102028, 0.3923985604994652),
            AndersonDarling: (-0.30815235670578367, 0.25),
            MannWhitney: (52170.0, 0.23477508027045602),
            EppsSingleton: (2.0210402473659967, 0.7318888161336307),
            Wasserstein: 0.3230903718571875,
            Energy: 0.1776051388656918,
            StandardDeviation: 1.8154031540467814,
            Welch: (0.9136826571061674, 0.36515371786483075),
            Student: (0.9596946177390343, 0.3373280310144372)),
        new(
            "D",
            DriftColumns.Logistic(400, seed: 1, location: 0.15),
            DriftColumns.Logistic(1_500, seed: 2),
            KolmogorovSmirnov: (0.041000000000000036, 0.6474428656191806),
            CramerVonMises: (0.25391043859647766, 0.1834711063581681),
            AndersonDarling: (0.37738069437339644, 0.23324548005941162),
            MannWhitney: (315595.0, 0.10970043176386847),
            EppsSingleton: (2.6376830048746656, 0.6201624656649651),
            Wasserstein: 0.16275513720872545,
            Energy: 0.0902734364567106,
            StandardDeviation: 1.8163483900181128,
            Welch: (1.5601753223418575, 0.11921825521645478),
            Student: (1.5514690675486207, 0.12095603248312904)),
        new(
            "E",
            [.. DriftColumns.Golden(60, seed: 1).Select(u => Math.Floor(u * 5.0))],
            [.. DriftColumns.Golden(80, seed: 2).Select(u => Math.Floor(Math.Pow(u, 1.3) * 5.0))],
            KolmogorovSmirnov: (0.0875, 0.9377589112242187),
            CramerVonMises: (0.19139880952381105, 0.2870773741542445),
            AndersonDarling: (-0.10407622519481975, 0.25),
            MannWhitney: (2664.0, 0.2570324551287214),
            EppsSingleton: (1.4229685825223337, 0.8401933032847377),
            Wasserstein: 0.275,
            Energy: 0.20155644370746376,
            StandardDeviation: 1.4315638302220408,
            Welch: (1.1241849567114788, 0.2630398825948164),
            Student: (1.1225557050073123, 0.2635755017031897)),
        new(
            "F",
            DriftColumns.Logistic(8, seed: 1),
            DriftColumns.Logistic(9, seed: 2),
            KolmogorovSmirnov: (0.16666666666666666, 0.9973673385438092),
            CramerVonMises: (0.026960784313725394, 0.9986013986013986),
            AndersonDarling: (-1.15934884577782, 0.25),
            MannWhitney: (35.0, 0.9625668449197862),
            EppsSingleton: (1.192772950471157, 0.8792870651334113),
            Wasserstein: 0.33545046013791147,
            Energy: 0.2392933330775861,
            StandardDeviation: 1.549873596024561,
            Welch: (0.03030293504733303, 0.9762496171174677),
            Student: (0.030541555600924784, 0.9760378217332344)),
        new(
            "G",
            DriftColumns.Logistic(6, seed: 1, location: 1.5),
            DriftColumns.Logistic(7, seed: 2),
            KolmogorovSmirnov: (0.5476190476190477, 0.21212121212121213),
            CramerVonMises: (0.4358974358974361, 0.06526806526806526),
            AndersonDarling: (2.028236351693892, 0.04746181576131097),
            MannWhitney: (35.0, 0.05128205128205128),
            EppsSingleton: (2.729029204364084, 0.6041445167590515),
            Wasserstein: 2.0082905925318992,
            Energy: 1.1500771555631268,
            StandardDeviation: 1.5601892919766385,
            Welch: (2.206772976326433, 0.04978857407234901),
            Student: (2.1962989119355476, 0.050410882194270513)),
        new(
            "H",
            DriftColumns.Logistic(300, seed: 1, scale: 1.4),
            DriftColumns.Logistic(300, seed: 3),
            KolmogorovSmirnov: (0.08, 0.2926468667924955),
            CramerVonMises: (0.42545555555555836, 0.061965991072447046),
            AndersonDarling: (3.193108913994804, 0.016381530837671795),
            MannWhitney: (45332.0, 0.8759222473167916),
            EppsSingleton: (22.435339704426408, 0.00016414069529616102),
            Wasserstein: 0.5388693520530337,
            Energy: 0.23596574208388343,
            StandardDeviation: 1.8576456122810623,
            Welch: (0.26468804050980704, 0.7913490443461046),
            Student: (0.26468804050980704, 0.7913409949131588)),
        new(
            "I",
            DriftColumns.Logistic(20_000, seed: 1, location: 0.05),
            DriftColumns.Logistic(30_000, seed: 2),
            KolmogorovSmirnov: (0.01261666666666672, 0.04347081056898705),
            CramerVonMises: (0.998754547333192, 0.002476967277602826),
            AndersonDarling: (5.237202703283351, 0.0028543403478499068),
            MannWhitney: (304993468.0, 0.0015879314049814575),
            EppsSingleton: (9.96859245206296, 0.040960074329345036),
            Wasserstein: 0.04975274562569425,
            Energy: 0.028832369266995003,
            StandardDeviation: 1.8137991342030595,
            Welch: (2.992921165677355, 0.002764785444898413),
            Student: (2.992935788815669, 0.0027644280543673017)),
        new(
            "J",
            DriftColumns.Logistic(3_000, seed: 1, location: 0.2),
            DriftColumns.Logistic(100_000, seed: 2),
            KolmogorovSmirnov: (0.050470000000000015, 6.890772354857224e-7),
            CramerVonMises: (3.873699070064731, 1.0195900790321843e-9),
            AndersonDarling: (24.164143839505467, 0.001),
            MannWhitney: (159986195.0, 4.873144501595843e-10),
            EppsSingleton: (39.037384913920995, 6.843673061806913e-08),
            Wasserstein: 0.19984561837086393,
            Energy: 0.11542736882923875,
            StandardDeviation: 1.8137816633353423,
            Welch: (5.9137019329592295, 3.6997557417949953e-9),
            Student: (5.906129496749739, 3.513331811266925e-9)),
    ];

    public static ScipyCase Of(string name) => All.Single(one => one.Name == name);
}
