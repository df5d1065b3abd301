namespace Portal.Hosting;

/// <summary>What a feature has to say on the console once the portal listens, such as a link to open.</summary>
public interface IStartLines
{
    /// <summary>The lines; none when there is nothing to say.</summary>
    Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken);
}
