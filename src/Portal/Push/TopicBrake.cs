namespace Portal.Push;

/// <summary>
/// Tells a mistake of ours from dead tokens: APNs answers BadDeviceToken for every token when certificate, topic or
/// address are wrong. Not thread-safe.
/// </summary>
public sealed class TopicBrake
{
    private const int Window = 1000;
    private const int MostBad = 20;
    private const double MostBadShare = 0.05;

    private readonly Queue<bool> _answers = new(Window);
    private int _bad;

    /// <summary>Whether more than 20 and more than 5 % of the last 1,000 answers are bad tokens.</summary>
    public bool IsOn => _bad > MostBad && _bad > MostBadShare * _answers.Count;

    /// <summary>Counts an answer.</summary>
    public void Count(bool badToken)
    {
        if (_answers.Count == Window && _answers.Dequeue())
            _bad--;
        _answers.Enqueue(badToken);
        if (badToken)
            _bad++;
    }

    /// <summary>Starts anew, when somebody resumed the topic.</summary>
    public void Release()
    {
        _answers.Clear();
        _bad = 0;
    }
}
