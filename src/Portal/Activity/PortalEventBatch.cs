namespace Portal.Activity;

/// <summary>The news since the last batch. When some were lost, <paramref name="Missed"/> says so and the page reloads all it shows.</summary>
public sealed record PortalEventBatch(IReadOnlyList<PortalEvent> Events, bool Missed)
{
    /// <summary>Whether a page about this pass has to look again. News that names no pass may concern any.</summary>
    public bool ConcernsPass(long passId, long designId) => Missed || Events.Any(news => news switch
    {
        { PassId: { } pass } => pass == passId,
        { DesignId: { } design } => design == designId,
        _ => news.Kind is not PortalEventKind.DeviceComplained and not PortalEventKind.CertificateChanged and not PortalEventKind.PushStopChanged,
    });

    /// <summary>Whether any of the news is of one of these kinds.</summary>
    public bool Has(params ReadOnlySpan<PortalEventKind> kinds)
    {
        if (Missed)
            return true;
        foreach (var news in Events)
        {
            if (kinds.Contains(news.Kind))
                return true;
        }

        return false;
    }
}
