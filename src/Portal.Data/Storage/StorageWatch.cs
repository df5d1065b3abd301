namespace Portal.Data.Storage;

/// <summary>Whether the disk under SQLite takes what is written. A commit that failed for its sake was refused to whoever asked for it.</summary>
public sealed class StorageWatch(TimeProvider time)
{
    /// <summary>How long a failure counts. A small write may fit where the next one does not, so no success ends it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private Failure? _last;

    /// <summary>What was wrong in the last seconds, in one sentence; null when nothing was.</summary>
    public string? Trouble => Volatile.Read(ref _last) is { } last && time.GetElapsedTime(last.At) < Memory ? last.Sentence : null;

    /// <summary>A write failed, for whatever reason.</summary>
    public void Failed(Exception error)
    {
        var sentence = SqliteTrouble.CodeOf(error) switch
        {
            SqliteTrouble.Full => "The disk of the database is full.",
            SqliteTrouble.InputOutput => "The disk of the database reports an error.",
            _ => null,
        };
        if (sentence is not null)
            Volatile.Write(ref _last, new Failure(time.GetTimestamp(), sentence));
    }

    private sealed record Failure(long At, string Sentence);
}
