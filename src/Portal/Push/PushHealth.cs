using Humanizer;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>Degraded while pushes wait longer than they should. One phone that is left alone for a while is no such trouble.</summary>
public sealed class PushHealth(PushClaims claims, PushDispatcher dispatcher, IOptions<PushOptions> options) : IHealthCheck
{
    /// <summary>Bulk work is paced, so it is late only after so many times as long as a single save.</summary>
    public const int BulkPatience = 60;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var queues = await claims.LookAsync(cancellationToken);
        var reasons = Reasons(queues, dispatcher.LongestTrouble(queues)).ToList();
        return reasons.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', reasons));
    }

    private IEnumerable<string> Reasons(IReadOnlyList<TopicQueue> queues, TimeSpan? trouble)
    {
        var late = TimeSpan.FromSeconds(options.Value.LateAfterSeconds);
        if (queues.Any(queue => queue.Stopped && queue.DueIn.Any(due => due is not null)))
            yield return "Pushes of a pass type are stopped.";
        if (trouble > late)
            yield return $"The push service has not answered for {trouble.Value.Humanize()}.";
        var running = queues.Where(queue => !queue.Stopped).ToList();
        if (Overdue(running, PushPriority.Single) is { } single && single > late)
            yield return $"The pushes of saves have waited for {single.Humanize()}.";
        if (Overdue(running, PushPriority.Bulk, PushPriority.Publication) is { } bulk && bulk > late * BulkPatience)
            yield return $"The pushes of bulk work have waited for {bulk.Humanize()}.";
    }

    private static TimeSpan? Overdue(IEnumerable<TopicQueue> queues, params IEnumerable<PushPriority> priorities) =>
        -queues.SelectMany(queue => priorities.Select(priority => queue.DueIn[(int)priority])).Min();
}
