namespace Portal.Data.Storage;

/// <summary>Asks PostgreSQL one question for many callers: those that wait for an answer are asked for with one query.</summary>
/// <remarks>
/// A query costs the two sides some hundred microseconds, of which the rows of one call are a small part. So a call that comes
/// while others are being asked waits for the next query, and goes with all that came meanwhile; one that comes alone goes at
/// once. A query begins after each of its calls came, so what it reads is never older than the call.
/// </remarks>
/// <typeparam name="TQuestion">What a caller asks.</typeparam>
/// <typeparam name="TAnswer">What a caller is given.</typeparam>
internal abstract class AskedTogether<TQuestion, TAnswer>
{
    private const int MostInOneQuery = 100;

    // More of them make smaller batches, which cost more; one alone would leave the other side idle.
    private const int MostQueries = 2;

    private readonly Lock _lock = new();
    private readonly Queue<Call> _waiting = new();
    private int _queries;

    /// <summary>The answer, when its query has come back. A caller that gives up does not end the query.</summary>
    public Task<TAnswer> AskAsync(TQuestion question, CancellationToken cancellationToken)
    {
        var call = new Call(question);
        bool begins;
        lock (_lock)
        {
            _waiting.Enqueue(call);
            begins = _queries < MostQueries;
            if (begins)
                _queries++;
        }

        if (begins)
            _ = AskAllAsync();
        return call.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Asks for all of them with one query.</summary>
    /// <returns>An answer for each, in their order.</returns>
    protected abstract Task<TAnswer[]> QueryAsync(IReadOnlyList<TQuestion> questions);

    /// <summary>Whether a question may go with these; if not, it and all behind it wait for the next query.</summary>
    protected virtual bool GoesWith(TQuestion question, IReadOnlyList<TQuestion> others) => true;

    /// <summary>Whether a failed query says nothing about the other questions in it: then each is asked for alone.</summary>
    protected abstract bool IsAboutOne(Exception problem);

    // Every failure goes to the calls it belongs to; none is left for this task.
    private async Task AskAllAsync()
    {
        while (TakeWaiting() is { Count: > 0 } calls)
            await AnswerAsync(calls);
    }

    private List<Call> TakeWaiting()
    {
        List<Call> calls = [];
        List<TQuestion> questions = [];
        lock (_lock)
        {
            while (calls.Count < MostInOneQuery && _waiting.TryPeek(out var next) && GoesWith(next.Question, questions))
            {
                calls.Add(_waiting.Dequeue());
                questions.Add(next.Question);
            }

            if (calls.Count == 0)
                _queries--;
        }

        return calls;
    }

    private async Task AnswerAsync(List<Call> calls)
    {
        try
        {
            var answers = await QueryAsync(calls.ConvertAll(call => call.Question));
            for (var i = 0; i < calls.Count; i++)
                calls[i].Answer.TrySetResult(answers[i]);
        }
        catch (Exception problem) when (calls.Count > 1 && IsAboutOne(problem))
        {
            // Nobody is to suffer from what another one sent.
            foreach (var call in calls)
                await AnswerAsync([call]);
        }
        catch (Exception problem)
        {
            foreach (var call in calls)
                call.Answer.TrySetException(problem);
        }
    }

    private sealed record Call(TQuestion Question)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
