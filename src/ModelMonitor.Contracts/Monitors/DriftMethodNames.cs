namespace ModelMonitor.Contracts.Monitors;

/// <summary>The identifiers of drift methods that a monitor may name.</summary>
public static class DriftMethodNames
{
    /// <summary>All of them, <c>auto</c> aside.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "linf_simple", "linf_robust", "ks", "cramer_von_mises", "anderson_darling", "mann_whitney", "epps_singleton", "t_welch", "t_student",
        "wasserstein", "wasserstein_normed", "energy", "psi_10", "psi_10_addone", "psi_10_evidently", "js_divergence_base2_10",
        "js_divergence_base_e_10", "js_distance_base2_10", "js_distance_base_e_10", "hellinger_10", "kl_base_e_10_addone",
        "total_variation_10", "chi_square", "chi_square_contingency", "g_test", "g_test_contingency", "z_two_proportions", "fisher",
        "new_category_share", "missing_share",
    ];

    /// <summary>Whether a text names a method, or <c>auto</c>.</summary>
    public static bool IsKnown(string text) =>
        text == DriftSettings.AutomaticMethod || All.Contains(text, StringComparer.Ordinal);
}
