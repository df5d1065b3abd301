namespace Portal.Passes;

/// <summary>The id of what somebody is trying to do: one for one content, until it is known what became of it.</summary>
/// <remarks>Tried again, the same content is recognised by it and happens once. Other content is another change and gets another id.</remarks>
public sealed class ChangeAttempt
{
    private string? _content;

    /// <summary>The id of the last attempt.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whether the last attempt may have happened without anybody having been told.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether the last attempt was at this, and is not settled.</summary>
    public bool IsAt(string content) => string.Equals(content, _content, StringComparison.Ordinal);

    /// <summary>The id to try this content under.</summary>
    public Guid For(string content)
    {
        if (!IsAt(content))
            (_content, Id, IsUnknown) = (content, Guid.CreateVersion7(), false);
        return Id;
    }

    /// <summary>Nobody answered whether it happened.</summary>
    public void Lose() => IsUnknown = true;

    /// <summary>It is known what became of it.</summary>
    public void Settle() => (_content, IsUnknown) = (null, false);
}
